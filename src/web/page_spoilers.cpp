#include "web/page_spoilers.h"

#include "db/db.h"
#include "member/rights.h"
#include "say/spoiler.h"
#include "say/thread.h"
#include "talk/moderation.h"
#include "talk/thread.h"
#include "web/board_place.h"
#include "web/pages/thread.html.h"
#include "web/pieces.h"
#include "web/view/thread.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

struct Place {
  talk::Thread thread;
  BoardPlace board;
};

std::optional<Place> place_at(Visit& visit) {
  const auto id = visit.id<ThreadId>();
  if (!id) return std::nullopt;
  return visit.db().read([&](Tx& tx) -> std::optional<Place> {
    auto thread = talk::find_thread(tx, *id);
    if (!thread || (thread->state == talk::ThreadState::Hidden && !member::may_see_hidden(visit.viewer))) return std::nullopt;
    auto board = place_of(tx, thread->board);
    return Place{std::move(*thread), std::move(board)};
  });
}

std::optional<Response> closed_to(Visit& visit, const std::optional<Place>& place) {
  if (!place) return nothing_here(visit);
  if (!visit.viewer.signed_in()) return sign_in_first(visit);
  if (place->thread.author != visit.viewer.member && !member::may_moderate(visit.viewer)) return refused(visit, talk::Refusal::NotYours);
  return std::nullopt;
}

Response form(Visit& visit, const Place& place, std::string value, std::string error, Status status) {
  const auto language = visit.language;
  view::AskForm page;
  page.heading = say::spoiler::thread_question(language);
  page.words = say::spoiler::thread_words(language);
  page.frame = frame_of(visit, page.heading, "boards");
  page.frame.indexed = false;
  page.back_href = thread_address(place.thread.id, place.thread.title);
  page.action = visit.request.path;
  page.title = view::Field{.name = "label",
                           .label = std::string(say::spoiler::label(language)),
                           .value = std::move(value),
                           .hint = std::string(say::spoiler::label_hint(language)),
                           .error = std::move(error)};
  if (place.thread.author != visit.viewer.member) {
    page.why = view::Field{.name = "why", .label = std::string(say::thread::ask_reason(language)), .value = visit.field("why"), .hint = std::string(say::thread::ask_reason_hint(language)), .error = ""};
    page.why->required = true;
  }
  page.button = say::spoiler::mark(language);
  return show(visit, pages::ask(language, page), status);
}

}  // namespace

Response thread_spoilers_page(Visit& visit) {
  const auto place = place_at(visit);
  if (auto closed = closed_to(visit, place)) return std::move(*closed);
  auto value = place->thread.spoils;
  if (value.empty() && place->board.film) value = film::full_title(*place->board.film);
  return form(visit, *place, std::move(value), "", Status::Ok);
}

Response take_thread_spoilers(Visit& visit) {
  const auto place = place_at(visit);
  if (auto closed = closed_to(visit, place)) return std::move(*closed);
  const auto label = visit.field("label");
  const auto refusal = visit.db().write([&](Tx& tx) { return talk::mark_thread(tx, visit.actor(), place->thread.id, label, visit.field("why")); });
  if (refusal && *refusal != talk::Refusal::Unchanged)
    return form(visit, *place, label, std::string(talk::sentence(*refusal, visit.language)), Status::UnprocessableContent);
  return go_to(thread_address(place->thread.id, place->thread.title), Said::Done);
}

}  // namespace rialto::web
