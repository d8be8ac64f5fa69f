// What moderators do to talk. Each act needs a reason and stands in the public log.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "talk/actor.h"
#include "talk/refusal.h"

namespace rialto {
class Tx;
}

namespace rialto::talk {

enum class ThreadAct { Lock, Unlock, Pin, Unpin, Hide, Show };
std::string_view name_of(ThreadAct act);  // "lock", "unlock", …

// What stands already is not done, and not logged, a second time: here and below.
std::optional<Refusal> act_on_thread(Tx& tx, const Actor& actor, ThreadId thread, ThreadAct act,
                                     const std::string& reason);
std::optional<Refusal> rename_thread(Tx& tx, const Actor& actor, ThreadId thread, const std::string& title,
                                     const std::string& reason);
std::optional<Refusal> move_thread(Tx& tx, const Actor& actor, ThreadId thread, BoardId to, const std::string& reason);

// What all of a thread gives away, as people write it ("Heat (1995), ending"); "" for nothing. By its author without a
// reason, and then it isn't logged.
std::optional<Refusal> mark_thread(Tx& tx, const Actor& actor, ThreadId thread, std::string_view label, const std::string& reason);

// Leaves a tombstone that says a moderator removed it; and takes that back.
std::optional<Refusal> remove_post(Tx& tx, const Actor& actor, PostId post, const std::string& reason);
std::optional<Refusal> bring_back_post(Tx& tx, const Actor& actor, PostId post, const std::string& reason);

std::optional<Refusal> remove_review(Tx& tx, const Actor& actor, ReviewId review, const std::string& reason);
std::optional<Refusal> bring_back_review(Tx& tx, const Actor& actor, ReviewId review, const std::string& reason);

// A line of the public log.
struct Act {
  ActId id;
  std::string moderator;
  std::string kind;          // "lock", "unlock", "pin", "unpin", "hide", "show", "move", "rename", "remove", "bring back", …
  std::string subject_kind;  // "thread", "post", "review", "member"
  std::int64_t subject = 0;
  std::string reason;
  std::string detail;  // what it was called, as it then was
  bool hidden = false;  // of acts(): it is a hidden thread now, a post in one, or a review that is gone
  Time at;
};

// For acts outside talk too (members, films). The caller has checked the power.
void log_act(Tx& tx, const Actor& actor, const std::string& kind, const std::string& subject_kind, std::int64_t subject,
             const std::string& reason, const std::string& detail);

// Newest first, those before `before` only.
std::vector<Act> acts(Tx& tx, std::optional<ActId> before, int limit);

// What was done to one thread, post or review, newest first.
std::vector<Act> acts_on(Tx& tx, const std::string& subject_kind, std::int64_t subject);

// Why each of these posts was removed, for those that were.
std::unordered_map<PostId, std::string> removal_reasons(Tx& tx, const std::vector<PostId>& posts);

struct Report {
  ReportId id;
  std::string subject_kind;  // "post", "thread", "review", "member", "film"
  std::int64_t subject = 0;
  std::string reporter;
  std::string reason;
  std::string answer;
  std::optional<std::string> handled_by;
  Time at;
};

enum class ReportState { Open = 0, ActedUpon = 1, SetAside = 2 };

std::optional<Refusal> report(Tx& tx, MemberId reporter, const std::string& subject_kind, std::int64_t subject,
                              const std::string& reason);
std::vector<Report> reports_in(Tx& tx, ReportState state, int limit);
std::int64_t open_reports(Tx& tx);
void close_report(Tx& tx, const Actor& actor, ReportId report, ReportState outcome, const std::string& answer);

// The words that are masked where text is shown; the store keeps what was written.
std::vector<std::string> masked_words(Tx& tx);
void set_masked_words(Tx& tx, const std::vector<std::string>& words);

}  // namespace rialto::talk
