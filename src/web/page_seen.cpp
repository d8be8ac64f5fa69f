#include "web/page_seen.h"

#include <charconv>

#include "db/db.h"
#include "film/film.h"
#include "say/film.h"
#include "talk/seen.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

std::optional<int> minute_in(const Visit& visit) {
  const auto text = visit.request.form.get("minute");
  int minute = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), minute);
  const bool whole = problem == std::errc() && end == text.data() + text.size();
  return whole && minute >= 1 && minute <= text::Place::kLastMinute ? std::optional(minute) : std::nullopt;
}

}  // namespace

Response take_seen(Visit& visit) {
  const auto film = visit.db().read([&](Tx& tx) { return film::film_with_slug(tx, visit.request.params.get("slug")); });
  if (!film || film->removed) return nothing_here(visit);
  const auto address = "/film/" + film->slug;
  if (!visit.viewer.signed_in()) return sign_in_first(visit, address);
  const auto said = visit.request.form.get("seen");
  const auto minute = said == "part" ? minute_in(visit) : std::nullopt;
  if (said == "part" && !minute) return trouble(visit, Status::UnprocessableContent, say::film::which_minute(visit.language));
  if (said != "all" && said != "part" && said != "no") return trouble(visit, Status::UnprocessableContent, say::film::which_seen(visit.language));
  visit.db().write([&](Tx& tx) {
    if (said == "no") talk::say_unseen(tx, visit.viewer.member, film->id);
    else talk::say_seen(tx, visit.viewer.member, film->id, minute);
  });
  return go_to(address, said == "no" ? Said::Unseen : Said::Seen);
}

}  // namespace rialto::web
