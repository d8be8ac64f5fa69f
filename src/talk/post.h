// Posts: one contribution in a thread, replying to the thread or to another post.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace rialto {
class Tx;
}

namespace rialto::talk {

// Anything but Stands is a tombstone: its place and its replies remain, its words are not shown.
enum class PostState { Stands = 0, DeletedByAuthor = 1, RemovedByModerator = 2, LostBeforeImport = 3 };

struct Post {
  ThreadId thread;
  PostId id;
  std::int64_t number = 0;  // from 1 in its thread, never given twice
  std::int64_t rank = 0;    // talk/tree.h
  std::int64_t depth = 0;   // 0 replies to the thread
  std::optional<PostId> parent;
  std::optional<std::int64_t> parent_number;
  std::optional<std::string> parent_author;  // name; nothing: not kept
  std::optional<MemberId> author;            // nothing: not kept
  std::optional<std::string> author_name;
  bool by_ghost = false;
  std::string dated;                  // EDTF; "" if not kept
  std::optional<std::string> edited;  // EDTF; "" if edited at a time that was not kept
  PostState state = PostState::Stands;
  std::string body;  // Markdown
  std::string signature;
  std::int64_t version = 1;
  Time created;
};

// An earlier version of a post's text, and who ended it when.
struct PostVersion {
  std::int64_t version = 1;
  std::string body;
  std::optional<std::string> editor;
  Time until;
};

inline constexpr int kPostsPerPage = 50;

enum class PostOrder { Tree, Flat };

// Page `page` (from 1) of a thread.
std::vector<Post> posts_of(Tx& tx, ThreadId thread, PostOrder order, int page);

std::optional<Post> find_post(Tx& tx, PostId id);

// The replies to a post, in their order.
std::vector<Post> replies_to(Tx& tx, const Post& post, int limit);

// The one with the highest number; nothing in a thread without posts.
std::optional<PostId> last_post(Tx& tx, ThreadId thread);

// On which page of its thread a post stands, from 1.
int page_of(Tx& tx, const Post& post, PostOrder order);

// Earlier versions, oldest first; the present one is in the post.
std::vector<PostVersion> versions_of(Tx& tx, PostId post);

// What to call these posts where they are quoted: by their author's name, or by their number if it was not kept.
struct QuotedAuthor {
  PostId post;
  std::string name;
};
std::vector<QuotedAuthor> authors_of(Tx& tx, const std::vector<PostId>& posts);

// A member's posts that stand, newest first, those before `before` only.
struct PostElsewhere {
  PostId id;
  ThreadId thread;
  std::string thread_title;
  std::string dated;
  std::string body;
  std::string thread_spoils;  // talk::Thread::spoils
  std::int64_t board_kind = 0;
  std::string board_slug;
  std::string board_title;
  std::optional<std::int64_t> board_year;
};
std::vector<PostElsewhere> posts_by(Tx& tx, MemberId member, std::optional<PostId> before, int limit);

}  // namespace rialto::talk
