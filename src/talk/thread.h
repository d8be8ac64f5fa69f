// Threads: a titled conversation on a board.
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

enum class ThreadState { Open = 0, Hidden = 1 };

struct Thread {
  ThreadId id;
  BoardId board;
  std::string title;
  std::optional<MemberId> author;  // nothing: not kept
  std::string dated;               // EDTF; "" if not kept
  bool locked = false;
  bool pinned = false;
  ThreadState state = ThreadState::Open;
  std::int64_t posts = 0;  // tombstones too
  Time last_at;
  std::optional<ReviewId> review;  // the review whose replies these are
  std::string spoils;              // what all of it gives away: a label (text/spoiler_label.h), "" for nothing
  std::int64_t version = 0;        // raised by whatever changes the thread's pages
  Time created;
};

// A line in a list of threads.
struct ThreadLine {
  ThreadId id;
  std::string title;
  std::optional<MemberId> author_id;
  std::optional<std::string> author;  // name
  bool by_ghost = false;
  std::optional<std::string> last_author;  // name
  std::string dated;
  bool locked = false;
  bool pinned = false;
  ThreadState state = ThreadState::Open;
  std::int64_t posts = 0;
  Time last_at;
  std::optional<std::string> last_dated;  // EDTF, of its last post: what is shown; last_at only orders
  Time created;                           // here, also of what was imported
};

// A line in a list of threads of several boards.
struct ThreadElsewhere {
  ThreadId id;
  std::string title;
  std::optional<MemberId> author_id;
  std::optional<std::string> author;  // name
  bool by_ghost = false;
  std::optional<std::string> last_author;
  std::int64_t posts = 0;
  Time last_at;
  std::optional<std::string> last_dated;  // EDTF, of its last post
  BoardId board;
  std::int64_t board_kind = 0;            // BoardKind
  std::string board_slug;
  std::string board_title;
  std::optional<std::int64_t> board_year;
  Time created;  // here, also of what was imported
};

enum class HiddenToo { No, Yes };

std::optional<Thread> find_thread(Tx& tx, ThreadId id);

// Pinned first, then the most lately answered. `page` counts from 1.
std::vector<ThreadLine> threads_of(Tx& tx, BoardId board, int page, int per_page, HiddenToo hidden);

std::vector<ThreadElsewhere> latest_threads(Tx& tx, int limit);

// Those among these that are not hidden and not of a review that is gone, in no order.
std::vector<ThreadElsewhere> threads_named(Tx& tx, const std::vector<ThreadId>& threads);

}  // namespace rialto::talk
