// The part of the door for what comes from elsewhere: nothing is invented, nobody is told, and each thing keeps where
// it came from, so that it never comes in twice.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "talk/post.h"

namespace rialto {
class Tx;
}

namespace rialto::talk {

// Where an imported thing came from. (source, foreign_id) is unique.
struct Origin {
  std::string source;      // "saved page", "imdb board", …
  std::string foreign_id;  // its id there, or a digest of what was read
  std::string file;        // the file's name, without folders
  std::string copied;      // EDTF: when it was saved; "" if not known
};

struct ImportedPost {
  PostId id;                          // made by the caller, so that texts can refer to it
  std::optional<std::size_t> parent;  // index among the posts, before this one
  std::optional<MemberId> author;
  std::string dated;
  std::optional<std::string> edited;
  PostState state = PostState::Stands;
  std::string body;
  std::string signature;
};

struct ImportedThread {
  BoardId board;
  std::string title;
  std::vector<ImportedPost> posts;
  std::optional<ReviewId> review;
  // When it was last spoken in, for the order of the board; nothing: the time of the import.
  std::optional<Time> last_at;
};

// Numbers are given in the order of the list.
ThreadId add_imported_thread(Tx& tx, const ImportedThread& thread);

struct ImportedReview {
  FilmId film;
  std::optional<MemberId> author;
  std::string title;
  std::string body;
  std::string audience;
  std::optional<std::int64_t> rating;
  std::string rating_kept;
  std::optional<std::int64_t> minutes;
  std::string dated;
};
ReviewId add_imported_review(Tx& tx, const ImportedReview& review);

// What came in under this origin before.
struct Known {
  std::string kind;  // "thread", "review", "post"
  std::int64_t subject = 0;
};
std::optional<Known> known_by_origin(Tx& tx, const std::string& source, const std::string& foreign_id);

void keep_origin(Tx& tx, const Origin& origin, const std::string& kind, std::int64_t subject);

// Where a thread, post or review came from; nothing if it was written here.
std::optional<Origin> origin_of(Tx& tx, const std::string& kind, std::int64_t subject);

}  // namespace rialto::talk
