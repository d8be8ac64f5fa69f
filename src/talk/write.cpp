#include "talk/write.h"

#include "base/digest.h"
#include "base/strings.h"
#include "db/db.h"
#include "talk/board.h"
#include "talk/board.sql.h"
#include "talk/limits.h"
#include "talk/mention.h"
#include "talk/picture.h"
#include "talk/post.h"
#include "talk/post.sql.h"
#include "talk/rating.h"
#include "talk/read_mark.h"
#include "talk/review.h"
#include "talk/review.sql.h"
#include "talk/seen.h"
#include "talk/thread.h"
#include "talk/thread.sql.h"
#include "talk/tree.h"

namespace rialto::talk {

namespace {

// A form without a token that comes again within this time, word for word, is taken for the same.
constexpr Seconds kSameWithin{600};
constexpr Seconds kSentKept{30 * 86'400};

std::string place_of(ThreadId thread, std::optional<PostId> parent) {
  return "thread " + short_form(thread) + " " + (parent ? short_form(*parent) : "");
}

std::string digest_of(const Actor& actor, const std::string& place, const std::string& text, const std::string& form) {
  return digest({short_form(actor.member), place, form, text});
}

// What the same form made when it came before.
std::optional<Written> sent_before(Tx& tx, const std::string& digest, const std::string& form) {
  const auto sent = tx.row<sql::sent_find>({.digest = digest});
  if (!sent || (form.empty() && sent->at < now() - kSameWithin)) return std::nullopt;
  return Written{.thread = sent->thread, .post = sent->post};
}

// Before it is written: what the same form made when it came before, or from now on what it makes.
std::optional<Written> claim_sent(Tx& tx, const std::string& digest, const std::string& form, const Written& written) {
  const auto at = now();
  const auto since = form.empty() ? at - kSameWithin : Time{};
  const bool claimed = tx.run<sql::sent_claim>(
      {.digest = digest, .thread = written.thread, .post = written.post, .at = at, .since = since}) > 0;
  if (claimed) return std::nullopt;
  const auto sent = tx.row<sql::sent_find>({.digest = digest});
  return Written{.thread = sent->thread, .post = sent->post};
}

std::int64_t last_rank_before(Tx& tx, ThreadId thread, std::optional<std::int64_t> behind) {
  if (behind) {
    const auto row = tx.row<sql::post_before>({.thread = thread, .rank = *behind});
    return row ? row->rank : 0;
  }
  const auto row = tx.row<sql::post_last>({.thread = thread});
  return row ? row->rank : 0;
}

// The rank for a reply to `parent`: behind all that hangs on it already.
std::optional<std::int64_t> rank_for_reply(Tx& tx, ThreadId thread, const std::optional<Post>& parent) {
  std::optional<std::int64_t> behind;
  if (parent) {
    if (const auto row = tx.row<sql::post_behind>({.thread = thread, .rank = parent->rank, .depth = parent->depth}))
      behind = row->rank;
  }
  return rank_between(last_rank_before(tx, thread, behind), behind);
}

std::int64_t make_rank(Tx& tx, ThreadId thread, std::optional<Post> parent) {
  if (const auto rank = rank_for_reply(tx, thread, parent)) return *rank;
  tx.run<sql::posts_renumber>({.thread = thread, .gap = kRankGap});
  if (parent) parent = find_post(tx, parent->id);
  return rank_for_reply(tx, thread, parent).value();
}

void add_reply(Tx& tx, const Actor& actor, const sql::thread_by_id::Row& thread, PostId id,
               const std::optional<Post>& parent, const std::string& body) {
  const auto at = now();
  tx.run<sql::post_add>({.thread = thread.id,
                         .id = id,
                         .number = thread.next_number,
                         .rank = make_rank(tx, thread.id, parent),
                         .depth = parent ? parent->depth + 1 : 0,
                         .parent = parent ? std::optional(parent->id) : std::nullopt,
                         .author = actor.member,
                         .dated = iso_text(at),
                         .state = 0,
                         .body = body,
                         .signature = "",
                         .created = at});
  tx.run<sql::thread_grow>({.thread = thread.id, .last_post = id, .last_author = actor.member, .at = at});
  const std::int64_t counted = thread.state == static_cast<std::int64_t>(ThreadState::Open) ? 1 : 0;
  tx.run<sql::board_grow>({.board = thread.board, .threads = 0, .posts = counted, .at = at});
  show_pictures(tx, Shows::Post, id.value, body);
  names_are_due(tx, id);
}

Written new_thread() {
  return {.thread = make_id<ThreadId>(), .post = make_id<PostId>()};
}

void add_thread(Tx& tx, const Actor& actor, const Written& written, BoardId board, std::string_view title,
                std::optional<ReviewId> review, const std::string& body) {
  const auto at = now();
  tx.run<sql::thread_add>({.id = written.thread,
                           .board = board,
                           .title = title,
                           .author = actor.member,
                           .dated = iso_text(at),
                           .posts = 1,
                           .last_post = written.post,
                           .last_author = actor.member,
                           .last_at = at,
                           .review = review,
                           .created = at});
  tx.run<sql::post_add>({.thread = written.thread,
                         .id = written.post,
                         .number = 1,
                         .rank = kRankGap,
                         .depth = 0,
                         .author = actor.member,
                         .dated = iso_text(at),
                         .state = 0,
                         .body = body,
                         .signature = "",
                         .created = at});
  tx.run<sql::board_grow>({.board = board, .threads = 1, .posts = 1, .at = at});
  show_pictures(tx, Shows::Post, written.post.value, body);
  names_are_due(tx, written.post);
}

// Works for Thread and for its row.
template <class AnyThread>
bool is_closed_to(const Actor& actor, const AnyThread& thread) {
  return thread.locked && actor.power != Power::Moderator;
}

// The post that a reply is to, in the reply's thread; or why there is none.
std::variant<std::optional<Post>, Refusal> parent_of(Tx& tx, const NewReply& reply) {
  if (!reply.parent) return std::nullopt;
  auto parent = find_post(tx, *reply.parent);
  if (!parent || parent->thread != reply.thread) return Refusal::PostNotFound;
  return parent;
}

// Found, standing, and written by the actor; or why not.
std::variant<Post, Refusal> own_post(Tx& tx, const Actor& actor, PostId id) {
  auto post = find_post(tx, id);
  if (!post) return Refusal::PostNotFound;
  if (post->author != actor.member) return Refusal::NotYours;
  return *post;
}

}  // namespace

Writing start_thread(Tx& tx, const Actor& actor, const NewThread& thread) {
  const auto body = tidied(thread.body);
  const auto kept = kept_title(thread.title);
  if (const auto* refused = std::get_if<Refusal>(&kept)) return *refused;
  if (const auto refused = text_refused(body, kPostBytes)) return *refused;
  if (!find_board(tx, thread.board)) return Refusal::BoardNotFound;
  const auto& title = std::get<std::string>(kept);
  const auto digest = digest_of(actor, "board " + short_form(thread.board) + " " + title, body, thread.form);
  const auto written = new_thread();
  if (const auto before = claim_sent(tx, digest, thread.form, written)) return *before;
  add_thread(tx, actor, written, thread.board, title, std::nullopt, body);
  return written;
}

Writing reply(Tx& tx, const Actor& actor, const NewReply& reply) {
  const auto body = tidied(reply.body);
  if (const auto refused = text_refused(body, kPostBytes)) return *refused;
  const auto thread = tx.row<sql::thread_by_id>({.thread = reply.thread});
  const bool hidden = thread && thread->state == static_cast<std::int64_t>(ThreadState::Hidden);
  if (!thread || (hidden && actor.power != Power::Moderator)) return Refusal::ThreadNotFound;
  const auto parent = parent_of(tx, reply);
  auto refused = is_closed_to(actor, *thread) ? std::optional(Refusal::ThreadLocked) : std::nullopt;
  if (const auto* missing = std::get_if<Refusal>(&parent); missing && !refused) refused = *missing;
  const auto digest = digest_of(actor, place_of(reply.thread, reply.parent), body, reply.form);
  if (refused) {
    if (const auto before = sent_before(tx, digest, reply.form)) return *before;
    return *refused;
  }
  const Written written{.thread = reply.thread, .post = make_id<PostId>()};
  if (const auto before = claim_sent(tx, digest, reply.form, written)) return *before;
  add_reply(tx, actor, *thread, written.post, std::get<std::optional<Post>>(parent), body);
  return written;
}

Writing reply_to_review(Tx& tx, const Actor& actor, ReviewId id, const std::string& text, const std::string& form) {
  const auto review = find_review(tx, id);
  if (!review || review->state != ReviewState::Stands) return Refusal::ReviewNotFound;
  if (review->thread) return reply(tx, actor, {.thread = *review->thread, .parent = {}, .body = text, .form = form});
  const auto body = tidied(text);
  if (const auto refused = text_refused(body, kPostBytes)) return *refused;
  const auto written = new_thread();
  add_thread(tx, actor, written, board_for(tx, review->film), review->title, id, body);
  tx.run<sql::review_set_thread>({.review = id, .thread = written.thread});
  claim_sent(tx, digest_of(actor, place_of(written.thread, std::nullopt), body, form), form, written);
  return written;
}

std::optional<Refusal> edit_post(Tx& tx, const Actor& actor, PostId id, const std::string& text) {
  const auto found = own_post(tx, actor, id);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const auto& post = std::get<Post>(found);
  if (post.state != PostState::Stands) return Refusal::PostIsTombstone;
  const auto body = tidied(text);
  if (const auto refused = text_refused(body, kPostBytes)) return refused;
  if (body == post.body) return Refusal::Unchanged;
  const auto thread = find_thread(tx, post.thread);
  if (is_closed_to(actor, *thread)) return Refusal::ThreadLocked;
  const auto at = now();
  tx.run<sql::post_version_add>(
      {.post = id, .version = post.version, .body = post.body, .editor = actor.member, .at = at});
  tx.run<sql::post_edit>({.thread = post.thread, .post = id, .body = body, .edited = iso_text(at)});
  note_pictures(tx, Shows::Post, id.value, body);
  names_are_due(tx, id);
  tx.run<sql::thread_touch>({.thread = post.thread});
  return std::nullopt;
}

std::optional<Refusal> delete_post(Tx& tx, const Actor& actor, PostId id) {
  const auto found = own_post(tx, actor, id);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const auto& post = std::get<Post>(found);
  if (post.state == PostState::DeletedByAuthor) return std::nullopt;
  if (post.state != PostState::Stands) return Refusal::PostIsTombstone;
  tx.run<sql::post_set_state>(
      {.thread = post.thread, .post = id, .state = static_cast<std::int64_t>(PostState::DeletedByAuthor)});
  note_pictures(tx, Shows::Post, id.value, "");
  names_are_due(tx, id);
  tx.run<sql::thread_touch>({.thread = post.thread});
  return std::nullopt;
}

std::optional<Refusal> restore_post(Tx& tx, const Actor& actor, PostId id) {
  const auto found = own_post(tx, actor, id);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const auto& post = std::get<Post>(found);
  if (post.state == PostState::Stands) return std::nullopt;
  if (post.state != PostState::DeletedByAuthor) return Refusal::PostIsTombstone;
  tx.run<sql::post_set_state>({.thread = post.thread, .post = id, .state = 0});
  note_pictures(tx, Shows::Post, id.value, post.body);
  names_are_due(tx, id);
  tx.run<sql::thread_touch>({.thread = post.thread});
  return std::nullopt;
}

void forget_sent(Tx& tx) {
  tx.run<sql::sent_forget>({.before = now() - kSentKept});
}

void withdraw_all_of(Tx& tx, MemberId member) {
  const auto threads = tx.rows<sql::threads_with_posts_of>({.member = member});
  tx.run<sql::posts_withdraw_all>({.member = member});
  tx.run<sql::reviews_withdraw_all>({.member = member});
  take_all_ratings_back(tx, member);
  withdraw_pictures_of(tx, member);
  forget_names_of(tx, member);
  for (const auto& row : threads) tx.run<sql::thread_touch>({.thread = row.thread});
}

void part_with(Tx& tx, MemberId member, member::Leaving leaving) {
  forget_read_marks(tx, member);
  forget_seen(tx, member);
  if (leaving == member::Leaving::PostsGo) withdraw_all_of(tx, member);
}

}  // namespace rialto::talk
