// The one door through which members' talk is written. Each function runs inside the caller's write transaction and
// checks everything again that a page may have checked before.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/id.h"
#include "member/account.h"
#include "talk/actor.h"
#include "talk/refusal.h"

namespace rialto {
class Tx;
}

namespace rialto::talk {

// Where a new post stands.
struct Written {
  ThreadId thread;
  PostId post;
};
using Writing = std::variant<Written, Refusal>;

struct NewThread {
  BoardId board;
  std::string title;
  std::string body;  // Markdown; becomes the first post
  std::string form;  // the form's token, "" if it had none: what makes a form that is sent twice one thread
};
Writing start_thread(Tx& tx, const Actor& actor, const NewThread& thread);

struct NewReply {
  ThreadId thread;
  std::optional<PostId> parent;  // nothing: to the thread itself
  std::string body;
  std::string form;
};
Writing reply(Tx& tx, const Actor& actor, const NewReply& reply);

// The thread that holds a review's replies, made with the first one.
Writing reply_to_review(Tx& tx, const Actor& actor, ReviewId review, const std::string& body, const std::string& form);

// The text before is kept in the post's history. Authors only.
std::optional<Refusal> edit_post(Tx& tx, const Actor& actor, PostId post, const std::string& body);

// Leaves a tombstone; replies stay. Authors only.
std::optional<Refusal> delete_post(Tx& tx, const Actor& actor, PostId post);

// Authors can bring back what they deleted themselves.
std::optional<Refusal> restore_post(Tx& tx, const Actor& actor, PostId post);

// Which forms came is remembered for a while only; upkeep.
void forget_sent(Tx& tx);

// Makes tombstones of all that a member wrote.
void withdraw_all_of(Tx& tx, MemberId member);

// When a member leaves: what they read and have seen is forgotten, and with PostsGo all that they wrote is withdrawn.
void part_with(Tx& tx, MemberId member, member::Leaving leaving);

}  // namespace rialto::talk
