#include "talk/moderation.h"

#include <limits>

#include "base/strings.h"
#include "db/db.h"
#include "talk/board.h"
#include "talk/board.sql.h"
#include "talk/limits.h"
#include "talk/moderation.sql.h"
#include "talk/mention.h"
#include "talk/picture.h"
#include "talk/post.h"
#include "talk/post.sql.h"
#include "talk/review.h"
#include "talk/review.sql.h"
#include "talk/thread.h"
#include "talk/thread.sql.h"
#include "text/spoiler_label.h"

namespace rialto::talk {

namespace {

std::optional<Refusal> may_not(const Actor& actor, const std::string& reason) {
  if (actor.power != Power::Moderator) return Refusal::ModeratorsOnly;
  if (trimmed(reason).empty()) return Refusal::NoReason;
  return std::nullopt;
}

bool stands_so(const Thread& thread, ThreadAct act) {
  switch (act) {
    case ThreadAct::Lock:
    case ThreadAct::Unlock:
      return thread.locked == (act == ThreadAct::Lock);
    case ThreadAct::Pin:
    case ThreadAct::Unpin:
      return thread.pinned == (act == ThreadAct::Pin);
    case ThreadAct::Hide:
    case ThreadAct::Show:
      break;
  }
  return (thread.state == ThreadState::Hidden) == (act == ThreadAct::Hide);
}

void carry_out(Tx& tx, ThreadId thread, ThreadAct act) {
  switch (act) {
    case ThreadAct::Lock:
    case ThreadAct::Unlock:
      tx.run<sql::thread_lock>({.thread = thread, .locked = act == ThreadAct::Lock});
      break;
    case ThreadAct::Pin:
    case ThreadAct::Unpin:
      tx.run<sql::thread_pin>({.thread = thread, .pinned = act == ThreadAct::Pin});
      break;
    case ThreadAct::Hide:
    case ThreadAct::Show:
      tx.run<sql::thread_set_state>({.thread = thread, .state = act == ThreadAct::Hide});
      break;
  }
}

// A board counts what everybody can read.
void count_anew(Tx& tx, const Thread& thread, ThreadAct act) {
  const std::int64_t more = act == ThreadAct::Hide ? -1 : act == ThreadAct::Show ? 1 : 0;
  tx.run<sql::board_grow>({.board = thread.board, .threads = more, .posts = more * thread.posts});
}

std::optional<Refusal> set_post_state(Tx& tx, const Actor& actor, PostId id, PostState from, PostState to,
                                      const std::string& kind, const std::string& reason) {
  if (const auto refusal = may_not(actor, reason)) return refusal;
  const auto post = find_post(tx, id);
  if (!post) return Refusal::PostNotFound;
  if (post->state == to) return std::nullopt;
  if (post->state != from) return Refusal::PostIsTombstone;
  tx.run<sql::post_set_state>({.thread = post->thread, .post = id, .state = static_cast<std::int64_t>(to)});
  note_pictures(tx, Shows::Post, id.value, to == PostState::Stands ? post->body : "");
  names_are_due(tx, id);
  tx.run<sql::thread_touch>({.thread = post->thread});
  const auto thread = find_thread(tx, post->thread);
  log_act(tx, actor, kind, "post", id.value, reason,
          "#" + std::to_string(post->number) + " in “" + thread->title + "”");
  return std::nullopt;
}

std::optional<Refusal> set_review_state(Tx& tx, const Actor& actor, ReviewId id, ReviewState from, ReviewState to,
                                        const std::string& kind, const std::string& reason) {
  if (const auto refusal = may_not(actor, reason)) return refusal;
  const auto review = find_review(tx, id);
  if (review && review->state == to) return std::nullopt;
  if (!review || review->state != from) return Refusal::ReviewNotFound;
  tx.run<sql::review_set_state>({.review = id, .state = static_cast<std::int64_t>(to)});
  note_pictures(tx, Shows::Review, id.value, to == ReviewState::Stands ? review->body : "");
  names_are_due(tx, id);
  log_act(tx, actor, kind, "review", id.value, reason, review->title);
  return std::nullopt;
}

template <class Row>
Act act_from(Row&& row) {
  return {.id = row.id,
          .moderator = std::move(row.moderator_name),
          .kind = std::move(row.kind),
          .subject_kind = std::move(row.subject_kind),
          .subject = row.subject,
          .reason = std::move(row.reason),
          .detail = std::move(row.detail),
          .at = row.at};
}

}  // namespace

std::string_view name_of(ThreadAct act) {
  switch (act) {
    case ThreadAct::Lock:
      return "lock";
    case ThreadAct::Unlock:
      return "unlock";
    case ThreadAct::Pin:
      return "pin";
    case ThreadAct::Unpin:
      return "unpin";
    case ThreadAct::Hide:
      return "hide";
    case ThreadAct::Show:
      break;
  }
  return "show";
}

std::optional<Refusal> act_on_thread(Tx& tx, const Actor& actor, ThreadId id, ThreadAct act,
                                     const std::string& reason) {
  if (const auto refusal = may_not(actor, reason)) return refusal;
  const auto thread = find_thread(tx, id);
  if (!thread) return Refusal::ThreadNotFound;
  if (stands_so(*thread, act)) return std::nullopt;
  carry_out(tx, id, act);
  count_anew(tx, *thread, act);
  log_act(tx, actor, std::string(name_of(act)), "thread", id.value, reason, thread->title);
  return std::nullopt;
}

std::optional<Refusal> rename_thread(Tx& tx, const Actor& actor, ThreadId id, const std::string& title,
                                     const std::string& reason) {
  if (const auto refusal = may_not(actor, reason)) return refusal;
  const auto thread = find_thread(tx, id);
  if (!thread) return Refusal::ThreadNotFound;
  const auto kept = kept_title(title);
  if (const auto* refused = std::get_if<Refusal>(&kept)) return *refused;
  const auto& renamed = std::get<std::string>(kept);
  if (renamed == thread->title) return Refusal::Unchanged;
  tx.run<sql::thread_rename>({.thread = id, .title = renamed});
  names_are_due(tx, id);
  log_act(tx, actor, "rename", "thread", id.value, reason, thread->title + " → " + renamed);
  return std::nullopt;
}

std::optional<Refusal> mark_thread(Tx& tx, const Actor& actor, ThreadId id, std::string_view written, const std::string& reason) {
  const auto thread = find_thread(tx, id);
  if (!thread) return Refusal::ThreadNotFound;
  const bool own = thread->author == actor.member;
  if (!own)
    if (const auto refusal = may_not(actor, reason)) return refusal;
  const auto label = text::spoiler_label(written);
  if (!label && !trimmed(written).empty()) return Refusal::NoSpoilerLabel;
  const auto spoils = label ? text::text_of(*label) : "";
  if (spoils == thread->spoils) return Refusal::Unchanged;
  tx.run<sql::thread_mark>({.thread = id, .spoils = spoils});
  if (!own) log_act(tx, actor, spoils.empty() ? "unmark" : "mark", "thread", id.value, reason, thread->title);
  return std::nullopt;
}

std::optional<Refusal> move_thread(Tx& tx, const Actor& actor, ThreadId id, BoardId to, const std::string& reason) {
  if (const auto refusal = may_not(actor, reason)) return refusal;
  const auto thread = find_thread(tx, id);
  if (!thread) return Refusal::ThreadNotFound;
  const auto from = find_board(tx, thread->board);
  const auto target = find_board(tx, to);
  if (!target) return Refusal::BoardNotFound;
  if (target->id == from->id) return Refusal::Unchanged;
  tx.run<sql::thread_move>({.thread = id, .board = to});
  names_are_due(tx, id);
  const std::int64_t counted = thread->state == ThreadState::Open ? 1 : 0;
  tx.run<sql::board_grow>({.board = from->id, .threads = -counted, .posts = -counted * thread->posts});
  tx.run<sql::board_grow>(
      {.board = to, .threads = counted, .posts = counted * thread->posts, .at = thread->last_at});
  log_act(tx, actor, "move", "thread", id.value, reason, thread->title + ": " + from->title + " → " + target->title);
  return std::nullopt;
}

std::optional<Refusal> remove_post(Tx& tx, const Actor& actor, PostId post, const std::string& reason) {
  return set_post_state(tx, actor, post, PostState::Stands, PostState::RemovedByModerator, "remove", reason);
}

std::optional<Refusal> bring_back_post(Tx& tx, const Actor& actor, PostId post, const std::string& reason) {
  return set_post_state(tx, actor, post, PostState::RemovedByModerator, PostState::Stands, "bring back", reason);
}

std::optional<Refusal> remove_review(Tx& tx, const Actor& actor, ReviewId review, const std::string& reason) {
  return set_review_state(tx, actor, review, ReviewState::Stands, ReviewState::RemovedByModerator, "remove", reason);
}

std::optional<Refusal> bring_back_review(Tx& tx, const Actor& actor, ReviewId review, const std::string& reason) {
  return set_review_state(tx, actor, review, ReviewState::RemovedByModerator, ReviewState::Stands, "bring back",
                          reason);
}

void log_act(Tx& tx, const Actor& actor, const std::string& kind, const std::string& subject_kind, std::int64_t subject,
             const std::string& reason, const std::string& detail) {
  tx.run<sql::act_add>({.id = make_id<ActId>(),
                        .moderator = actor.member,
                        .kind = kind,
                        .subject_kind = subject_kind,
                        .subject = subject,
                        .reason = cut_utf8(trimmed(reason), 4 * kReasonLimit),
                        .detail = detail,
                        .at = now()});
}

std::vector<Act> acts(Tx& tx, std::optional<ActId> before, int limit) {
  std::vector<Act> lines;
  const auto edge = before.value_or(ActId{std::numeric_limits<std::int64_t>::max()});
  for (auto& row : tx.rows<sql::acts_lately>({.before = edge, .limit = limit})) {
    const bool hidden = row.subject_state.value_or(0) != 0;
    lines.push_back(act_from(std::move(row)));
    lines.back().hidden = hidden;
  }
  return lines;
}

std::vector<Act> acts_on(Tx& tx, const std::string& subject_kind, std::int64_t subject) {
  std::vector<Act> lines;
  for (auto& row : tx.rows<sql::acts_on>({.subject_kind = subject_kind, .subject = subject}))
    lines.push_back(act_from(std::move(row)));
  return lines;
}

std::unordered_map<PostId, std::string> removal_reasons(Tx& tx, const std::vector<PostId>& posts) {
  std::unordered_map<PostId, std::string> reasons;
  if (posts.empty()) return reasons;
  for (auto& row : tx.rows<sql::acts_removing>({.posts = posts})) reasons[row.post] = std::move(row.reason);
  return reasons;
}

std::optional<Refusal> report(Tx& tx, MemberId reporter, const std::string& subject_kind, std::int64_t subject,
                              const std::string& reason) {
  if (trimmed(reason).empty()) return Refusal::NoReason;
  if (tx.row<sql::report_open_by>({.subject_kind = subject_kind, .subject = subject, .reporter = reporter}))
    return Refusal::AlreadyReported;
  tx.run<sql::report_add>({.id = make_id<ReportId>(),
                           .subject_kind = subject_kind,
                           .subject = subject,
                           .reporter = reporter,
                           .reason = cut_utf8(trimmed(reason), 4 * kReasonLimit),
                           .at = now()});
  return std::nullopt;
}

std::vector<Report> reports_in(Tx& tx, ReportState state, int limit) {
  std::vector<Report> lines;
  for (auto& row : tx.rows<sql::reports_in>({.state = static_cast<std::int64_t>(state), .limit = limit}))
    lines.push_back({.id = row.id,
                     .subject_kind = std::move(row.subject_kind),
                     .subject = row.subject,
                     .reporter = std::move(row.reporter_name),
                     .reason = std::move(row.reason),
                     .answer = std::move(row.answer),
                     .handled_by = std::move(row.handled_name),
                     .at = row.at});
  return lines;
}

std::int64_t open_reports(Tx& tx) {
  return tx.row<sql::reports_open_count>()->count;
}

void close_report(Tx& tx, const Actor& actor, ReportId report, ReportState outcome, const std::string& answer) {
  tx.run<sql::report_close>({.report = report,
                             .state = static_cast<std::int64_t>(outcome),
                             .by = actor.member,
                             .at = now(),
                             .answer = cut_utf8(trimmed(answer), 4 * kReasonLimit)});
}

std::vector<std::string> masked_words(Tx& tx) {
  std::vector<std::string> words;
  for (auto& row : tx.rows<sql::masked_words>()) words.push_back(std::move(row.word));
  return words;
}

void set_masked_words(Tx& tx, const std::vector<std::string>& words) {
  tx.run<sql::masked_words_clear>();
  for (const auto& word : words)
    if (!trimmed(word).empty()) tx.run<sql::masked_word_add>({.word = trimmed(word)});
}

}  // namespace rialto::talk
