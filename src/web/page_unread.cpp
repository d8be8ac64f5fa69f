#include "web/page_unread.h"

#include "db/db.h"
#include "talk/post.h"
#include "talk/read_mark.h"
#include "talk/thread.h"
#include "web/pieces.h"
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

}  // namespace

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
