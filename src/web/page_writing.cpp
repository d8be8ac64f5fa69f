#include "web/page_writing.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "base/strings.h"
#include "db/db.h"
#include "film/director.h"
#include "film/find.h"
#include "member/member.h"
#include "talk/draft.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

namespace bj = boost::json;

constexpr int kChoices = 8;
constexpr int kMembersRead = 24;  // some of whom are no longer here
constexpr std::size_t kLongestTyped = 100;
constexpr std::size_t kLongestPlace = 200;

Response answer(const bj::value& value) {
  auto response = json(bj::serialize(value));
  response.cache_control = "private, no-store";
  return response;
}

Response nothing(Status status) {
  auto response = answer(nullptr);
  response.status = status;
  return response;
}

// Why it is not answered: nobody is signed in, or somebody is too fast.
std::optional<Response> not_now(Visit& visit) {
  if (!visit.viewer.signed_in()) return nothing(Status::Forbidden);
  if (!visit.site.typing().admits(visit.viewer.member.value, now())) return nothing(Status::TooManyRequests);
  return std::nullopt;
}

std::string typed(const Visit& visit) {
  return std::string(cut_utf8(trimmed(visit.request.query.get("q")), kLongestTyped));
}

bool is_place(std::string_view text) {
  return text.size() <= kLongestPlace && local_address(text, "") == text && text.find('?') == std::string_view::npos;
}

}  // namespace

Response complete_film(Visit& visit) {
  if (auto no = not_now(visit)) return std::move(*no);
  const auto query = film::find_query(typed(visit));
  bj::array choices;
  if (!query.words.empty())
    visit.db().read([&](Tx& tx) {
      const auto found = film::find_films(tx, query, kChoices);
      std::vector<FilmId> ids;
      for (const auto& one : found) ids.push_back(one.film.id);
      const auto directors = film::directors_of(tx, ids);
      for (const auto& one : found) {
        const auto director = directors.find(one.film.id);
        choices.emplace_back(bj::object{{"name", film::full_title(one.film)},
                                        {"more", director == directors.end() ? "" : director->second}});
      }
    });
  return answer(choices);
}

Response complete_member(Visit& visit) {
  if (auto no = not_now(visit)) return std::move(*no);
  const auto beginning = typed(visit);
  bj::array choices;
  if (!beginning.empty())
    for (const auto& one :
         visit.db().read([&](Tx& tx) { return member::list_members(tx, beginning, "", kMembersRead); }))
      if (one.state == member::State::Active && choices.size() < kChoices) choices.emplace_back(bj::object{{"name", one.name}});
  return answer(choices);
}

Response draft_at_place(Visit& visit) {
  if (auto no = not_now(visit)) return std::move(*no);
  const std::string place(visit.request.query.get("place"));
  const auto draft = visit.db().read([&](Tx& tx) { return talk::draft_at(tx, visit.viewer.member, place); });
  if (!draft) return nothing(Status::Ok);
  return answer({{"title", draft->title}, {"text", draft->body}});
}

Response keep_draft(Visit& visit) {
  if (auto no = not_now(visit)) return std::move(*no);
  const auto place = visit.field("place");
  if (!is_place(place)) return nothing(Status::UnprocessableContent);
  const auto text = visit.field("text"), title = visit.field("title");
  const bool is_empty = trimmed(text).empty() && trimmed(title).empty();
  visit.db().write([&](Tx& tx) {
    if (is_empty)
      talk::drop_drafts_at(tx, visit.viewer.member, place);
    else
      talk::keep_draft_at(tx, visit.viewer.member, place, title, text);
  });
  return nothing(Status::Ok);
}

}  // namespace rialto::web
