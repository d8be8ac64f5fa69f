// What concerns one member: who answered them, where they talk, what they rated. For their front page.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "talk/board.h"

namespace rialto {
class Tx;
}

namespace rialto::talk {

// A post that answers one of theirs.
struct Answer {
  PostId id;
  ThreadId thread;
  std::int64_t number = 0;
  std::optional<MemberId> author;  // nothing: not kept
  std::optional<std::string> author_name;
  bool by_ghost = false;
  std::string thread_title;
  std::string dated;  // EDTF; "" if not kept
  std::string body;
  std::string thread_spoils;  // talk::Thread::spoils
};

// Newest first. Looks behind the member's latest posts only, so that a long life here costs no more than a short one;
// so does boards_of().
std::vector<Answer> answers_to(Tx& tx, MemberId member, int limit);

struct OwnBoard {
  BoardId id;
  BoardKind kind = BoardKind::General;
  std::string slug;
  std::string title;
  std::optional<std::int64_t> year;
};

// Where the member wrote last, first.
std::vector<OwnBoard> boards_of(Tx& tx, MemberId member, int limit);

// What counts as their rating of a film (talk/rating.h), the latest first.
struct Rated {
  FilmId film;
  std::int64_t rating = 0;  // half stars
  Time at;
};
std::vector<Rated> rated_lately(Tx& tx, MemberId member, int limit);

}  // namespace rialto::talk
