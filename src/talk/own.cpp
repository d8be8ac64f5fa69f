#include "talk/own.h"

#include <algorithm>

#include "db/db.h"
#include "talk/own.sql.h"

namespace rialto::talk {

namespace {

constexpr std::int64_t kGhost = 0;  // member.kind
constexpr int kLatest = 300;        // of their posts

// What they said on a film's page goes before what their reviews say.
void add(std::vector<Rated>& all, const Rated& one) {
  const bool known = std::any_of(all.begin(), all.end(), [&](const auto& other) { return other.film == one.film; });
  if (!known) all.push_back(one);
}

}  // namespace

std::vector<Answer> answers_to(Tx& tx, MemberId member, int limit) {
  std::vector<Answer> answers;
  for (auto& row : tx.rows<sql::answers_to_member>({.member = member, .latest = kLatest, .limit = limit}))
    answers.push_back({.id = row.id,
                       .thread = row.thread,
                       .number = row.number,
                       .author = row.author,
                       .author_name = std::move(row.author_name),
                       .by_ghost = row.author_kind == kGhost,
                       .thread_title = std::move(row.title),
                       .dated = std::move(row.dated),
                       .body = std::move(row.body),
                       .thread_spoils = std::move(row.spoils)});
  return answers;
}

std::vector<OwnBoard> boards_of(Tx& tx, MemberId member, int limit) {
  std::vector<OwnBoard> boards;
  for (auto& row : tx.rows<sql::boards_of_member>({.member = member, .latest = kLatest, .limit = limit}))
    boards.push_back({.id = row.id,
                      .kind = static_cast<BoardKind>(row.kind),
                      .slug = std::move(row.slug),
                      .title = std::move(row.title),
                      .year = row.year});
  return boards;
}

std::vector<Rated> rated_lately(Tx& tx, MemberId member, int limit) {
  std::vector<Rated> all;
  for (const auto& row : tx.rows<sql::rated_said_lately>({.member = member, .limit = limit}))
    add(all, {row.film, row.rating, row.at});
  for (const auto& row : tx.rows<sql::rated_reviewed_lately>({.member = member, .limit = limit}))
    add(all, {row.film, row.rating, row.at});
  std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) { return one.at > other.at; });
  if (all.size() > static_cast<std::size_t>(limit)) all.resize(static_cast<std::size_t>(limit));
  return all;
}

}  // namespace rialto::talk
