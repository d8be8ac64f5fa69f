#include "web/page_unread.h"

#include <algorithm>

#include "db/db.h"
#include "talk/post.h"
#include "talk/read_mark.h"
#include "talk/thread.h"
#include "web/board_place.h"
#include "web/pieces.h"
#include "web/shown.h"
#include "web/threads_read.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

talk::PostOrder order_of(const Visit& visit) {
  return visit.address.query.get("order") == "flat" ? talk::PostOrder::Flat : talk::PostOrder::Tree;
}

// What is new goes before what was there already; nothing where all is read.
std::optional<PostId> next_for(Tx& tx, const talk::ReadMark& mark) {
  const auto fresh = talk::first_unread(tx, mark.thread, mark.numbers, mark.known + 1);
  return fresh ? fresh : talk::first_unread(tx, mark.thread, mark.numbers, 1);
}

// Whoever never read in it begins at its beginning, and whoever has read all is led to its last post.
std::string place_of(Tx& tx, const Visit& visit, const talk::Thread& thread, const std::optional<talk::ReadMark>& mark) {
  const auto address = thread_address(thread.id, thread.title);
  if (!mark) return address;
  auto post = next_for(tx, *mark);
  if (!post) post = talk::last_post(tx, thread.id);
  return post ? post_in_thread(tx, *talk::find_post(tx, *post), thread, order_of(visit)) : address;
}

constexpr int kLatest = 50;  // threads that the viewer may never have opened

using FindPlace = std::optional<BoardPlace> (*)(Tx&, std::string_view);

// On this board, or on all.
std::vector<ShownThread> read_on(const Visit& visit, std::optional<BoardId> board) {
  std::vector<ShownThread> threads;
  for (const auto& one : threads_with_news(visit))
    if (!board || one.thread.board == *board) threads.push_back(shown_of(one.thread));
  return threads;
}

template <class Line>
void add_latest(std::vector<ShownThread>& threads, const std::vector<Line>& latest) {
  for (const auto& line : latest)
    if (std::none_of(threads.begin(), threads.end(), [&](const auto& one) { return one.id == line.id; }))
      threads.push_back(shown_of(line));
}

Response all_read(Visit& visit, const std::vector<ShownThread>& threads, std::string address) {
  visit.site.read_marks().note_all(visit.viewer.member, threads, visit.moment, now());
  return go_to(std::move(address), Said::AllRead);
}

Response read_at(Visit& visit, FindPlace find) {
  const auto place = visit.db().read([&](Tx& tx) { return find(tx, visit.address.params.get("slug")); });
  if (!place) return nothing_here(visit);
  if (!visit.viewer.signed_in()) return sign_in_first(visit, place->address());
  if (!place->board) return redirect_303(place->address());
  auto threads = read_on(visit, place->board->id);
  add_latest(threads, visit.db().read([&](Tx& tx) { return talk::threads_of(tx, place->board->id, 1, kLatest, visit.hidden); }));
  return all_read(visit, threads, place->address());
}

}  // namespace

Response read_everywhere(Visit& visit) {
  if (!visit.viewer.signed_in()) return sign_in_first(visit, "/");
  auto threads = read_on(visit, std::nullopt);
  add_latest(threads, visit.db().read([&](Tx& tx) { return talk::latest_threads(tx, kLatest); }));
  return all_read(visit, threads, "/");
}

Response read_board(Visit& visit) {
  return read_at(visit, board_at);
}

Response read_person_board(Visit& visit) {
  return read_at(visit, person_board_at);
}

Response to_unread(Visit& visit) {
  const auto id = visit.id<ThreadId>();
  if (!id) return nothing_here(visit);
  const auto mark = visit.viewer.signed_in() ? visit.site.read_marks().of(visit.viewer.member, *id, visit.moment)
                                             : std::nullopt;
  const auto address = visit.db().read([&](Tx& tx) -> std::optional<std::string> {
    const auto thread = talk::find_thread(tx, *id);
    if (!thread || (thread->state == talk::ThreadState::Hidden && visit.hidden == talk::HiddenToo::No)) return std::nullopt;
    return place_of(tx, visit, *thread, mark);
  });
  return address ? redirect_303(*address) : nothing_here(visit);
}

}  // namespace rialto::web
