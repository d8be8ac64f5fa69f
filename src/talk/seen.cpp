#include "talk/seen.h"

#include <algorithm>

#include "base/time.h"
#include "db/db.h"
#include "talk/seen.sql.h"

namespace rialto::talk {

std::vector<film::Seen> seen_by(Tx& tx, MemberId member, const std::vector<FilmId>& films) {
  std::vector<film::Seen> seen;
  if (films.empty()) return seen;
  for (const auto& row : tx.rows<sql::seen_of>({.member = member, .films = films})) {
    const auto minutes = row.minutes ? std::optional(static_cast<int>(*row.minutes)) : std::nullopt;
    const auto before = std::find_if(seen.begin(), seen.end(), [&](const film::Seen& one) { return one.film == row.film; });
    if (before == seen.end()) seen.push_back({row.film, minutes});
    else if (!minutes) before->minutes.reset();
  }
  return seen;
}

void say_seen(Tx& tx, MemberId member, FilmId film, std::optional<int> minutes) {
  tx.run<sql::seen_set>({.member = member, .film = film, .minutes = minutes, .at = now()});
}

void say_unseen(Tx& tx, MemberId member, FilmId film) { tx.run<sql::seen_drop>({.member = member, .film = film}); }

void forget_seen(Tx& tx, MemberId member) { tx.run<sql::seen_drop_all>({.member = member}); }

}  // namespace rialto::talk
