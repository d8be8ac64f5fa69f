#include "web/page_board.h"

#include <algorithm>
#include <array>

#include "base/digest.h"
#include "db/db.h"
#include "member/rights.h"
#include "say/board.h"
#include "say/rows.h"
#include "talk/board_threads.h"
#include "talk/moderation.h"
#include "talk/scene_talk.h"
#include "talk/write.h"
#include "web/board_place.h"
#include "web/film_card.h"
#include "web/pages/board.html.h"
#include "web/pages/thread.html.h"
#include "web/percent.h"
#include "web/pieces.h"
#include "web/post_view.h"
#include "web/scene_choice.h"
#include "web/shown.h"
#include "web/view/board.h"
#include "web/visit.h"
#include "web/writing.h"

namespace rialto::web {

namespace {

constexpr int kThreads = 50;
constexpr int kBoards = 30;

using FindPlace = std::optional<BoardPlace> (*)(Tx&, std::string_view);

view::BoardRow row_of(const talk::BoardLine& line, talk::BoardKind kind, Language language) {
  return {.id = short_form(line.id),
          .name = film_name(line.title, line.year),
          .href = board_address(kind, line.slug),
          .about = line.about,
          .counts = say::rows::threads(language, line.threads),
          .last = {}};
}

struct NamedOrder {
  talk::ThreadOrder order;
  std::string_view key;  // in the address
  std::string_view (*name)(Language);
};

constexpr std::array kOrders = {NamedOrder{talk::ThreadOrder::LatestTalk, "", say::board::latest_talk},
                                NamedOrder{talk::ThreadOrder::LatestBegun, "begun", say::board::latest_begun},
                                NamedOrder{talk::ThreadOrder::MostPosts, "posts", say::board::most_posts}};

const NamedOrder& order_in(const SharedVisit& visit) {
  const auto key = visit.address.query.get("order");
  const auto found = std::find_if(kOrders.begin(), kOrders.end(), [&](const auto& one) { return one.key == key; });
  return found == kOrders.end() ? kOrders.front() : *found;
}

std::string address_with(const std::string& address, const NamedOrder& order) {
  return order.key.empty() ? address : address + "?order=" + std::string(order.key);
}

void add_orders(view::Board& page, const NamedOrder& chosen, Language language) {
  for (const auto& one : kOrders)
    page.orders.push_back({.text = std::string(one.name(language)), .href = address_with(page.href, one), .chosen = one.key == chosen.key});
}

std::string summary_of(const std::optional<talk::Board>& board, Language language) {
  if (!board) return std::string(say::board::no_threads(language));
  return say::board::summary(language, board->threads, board->posts);
}

Response listed(SharedVisit& visit, FindPlace find) {
  struct Read {
    BoardPlace place;
    std::vector<talk::ThreadLine> threads;
    std::optional<view::Card> card;
  };
  const auto read = visit.db().read([&](Tx& tx) -> std::optional<Read> {
    auto place = find(tx, visit.address.params.get("slug"));
    if (!place) return std::nullopt;
    Read made{.place = std::move(*place), .threads = {}, .card = {}};
    if (made.place.board)
      made.threads = talk::threads_in_order(tx, made.place.board->id, order_in(visit).order, visit.page(), kThreads, visit.hidden);
    if (made.place.film) made.card = card_of(tx, *made.place.film);
    return made;
  });
  if (!read) return nothing_here(visit);
  const auto& place = read->place;
  if (read->threads.empty() && visit.page() > 1) return nothing_here(visit);
  if (place.address() != visit.address.path) return redirect_301(place.address());
  view::Board page;
  page.frame = frame_of(visit, say::board::title(visit.language, place.name()), "boards");
  page.frame.canonical = page.href = place.address();
  page.name = place.name();
  page.about = place.board ? place.board->about : "";
  page.film = read->card;
  if (place.film) page.film_id = short_form(place.film->id);
  if (place.person) page.person = {.text = place.person->name, .href = "/person/" + place.person->slug};
  page.summary = summary_of(place.board, visit.language);
  for (const auto& line : read->threads) (line.pinned ? page.pinned : page.threads).push_back(web::row_of(line, visit.telling()));
  const auto& order = order_in(visit);
  page.pager = pager_of({place.board ? place.board->threads : 0, visit.page(), kThreads}, address_with(page.href, order), say::rows::threads_shown, visit.language);
  if (!read->threads.empty()) add_orders(page, order, visit.language);
  page.new_thread_href = page.href + "/new";
  if (!read->threads.empty()) page.read_action = page.href + "/read";
  auto response = show(visit, pages::board(visit.language, page));
  auto shown = listing(read->threads, read->card ? lobby_card_address(*read->card) : "");
  if (place.film) shown.film = place.film->id;
  response.shown = std::make_shared<const Shown>(std::move(shown));
  return response;
}

// A thread about a scene that gives something away is marked so; its author can take the mark off.
void put_scene(Tx& tx, const Visit& visit, const BoardPlace& place, ThreadId thread) {
  const auto scene = place.film ? scene_chosen(tx, visit, place.film->id) : std::nullopt;
  if (!scene) return;
  talk::set_scene(tx, thread, scene->id);
  if (scene->facts.spoils) talk::mark_thread(tx, visit.actor(), thread, text::text_of(*scene->facts.spoils), "");
}

// The form, as it was sent or empty, with what is wrong with it.
Response form_page(Visit& visit, const BoardPlace& place, const Written& written, Status status = Status::Ok) {
  view::NewThread page;
  page.frame = frame_of(visit, say::board::start(visit.language), "boards");
  page.frame.indexed = false;
  page.board = {.text = place.name(), .href = place.address()};
  page.back_href = place.address();
  page.action = place.address() + "/new";
  page.title = {.name = "title",
                .label = std::string(say::board::thread_title(visit.language)),
                .value = written.title,
                .hint = std::string(say::board::thread_title_hint(visit.language)),
                .error = written.title_error};
  page.title.required = true;
  if (place.film) page.scene = scene_select(visit, *place.film, scene_asked(visit));
  page.editor = editor_of(visit, written, "board-" + place.address());
  if (place.film) page.editor.film = film::full_title(*place.film);
  page.key = written.form;
  return show(visit, pages::new_thread(visit.language, page), status);
}

Response form(Visit& visit, FindPlace find) {
  if (!visit.viewer.signed_in()) return sign_in_first(visit);
  const auto place = visit.db().read([&](Tx& tx) { return find(tx, visit.request.params.get("slug")); });
  if (!place) return nothing_here(visit);
  return form_page(visit, *place, written_or_draft(visit));
}

Response sent(Visit& visit, FindPlace find) {
  const auto place = visit.db().read([&](Tx& tx) { return find(tx, visit.request.params.get("slug")); });
  if (!place) return nothing_here(visit);
  auto written = written_in(visit);
  if (!visit.viewer.signed_in()) return keep_and_sign_in(visit, written, "&scene=" + percent_encoded(scene_asked(visit)));
  if (visit.request.form.has("preview")) return form_page(visit, *place, written);
  const auto outcome = visit.db().write([&](Tx& tx) {
    const auto made = talk::start_thread(
        tx, visit.actor(),
        {.board = ensured_board(tx, *place), .title = written.title, .body = written.text, .form = written.form});
    if (const auto* begun = std::get_if<talk::Written>(&made)) {
      put_scene(tx, visit, *place, begun->thread);
      forget_draft(tx, visit, written);
    }
    return made;
  });
  if (const auto* made = std::get_if<talk::Written>(&outcome))
    return go_to(thread_address(made->thread, written.title), Said::Posted);
  tell(written, std::get<talk::Refusal>(outcome), visit.language);
  return form_page(visit, *place, written, Status::UnprocessableContent);
}

}  // namespace

Response boards_page(SharedVisit& visit) {
  view::Boards page;
  page.frame = frame_of(visit, say::board::boards(visit.language), "boards");
  page.frame.canonical = "/boards";
  Shown shown;
  const auto add = [&](std::vector<view::BoardRow>& rows, const std::vector<talk::BoardLine>& boards, talk::BoardKind kind) {
    for (const auto& line : boards) {
      rows.push_back(row_of(line, kind, visit.language));
      shown.boards.push_back(line.id);
    }
  };
  visit.db().read([&](Tx& tx) {
    add(page.general, talk::general_boards(tx), talk::BoardKind::General);
    add(page.films, talk::lively_boards(tx, talk::BoardKind::Film, kBoards), talk::BoardKind::Film);
    add(page.persons, talk::lively_boards(tx, talk::BoardKind::Person, kBoards), talk::BoardKind::Person);
    for (const auto& line : talk::latest_threads(tx, kThreads)) {
      page.latest.push_back(web::row_of(line, visit.telling()));
      shown.threads.push_back(shown_of(line));
    }
  });
  auto response = show(visit, pages::boards(visit.language, page));
  response.shown = std::make_shared<const Shown>(std::move(shown));
  return response;
}

Response board_page(SharedVisit& visit) {
  return listed(visit, board_at);
}
Response person_board_page(SharedVisit& visit) {
  return listed(visit, person_board_at);
}
Response new_thread_page(Visit& visit) {
  return form(visit, board_at);
}
Response start_thread(Visit& visit) {
  return sent(visit, board_at);
}
Response new_person_thread_page(Visit& visit) {
  return form(visit, person_board_at);
}
Response start_person_thread(Visit& visit) {
  return sent(visit, person_board_at);
}

}  // namespace rialto::web
