// An open site moves from a file to PostgreSQL, or back. People read all the while, and write but for a moment.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "keep/progress.h"

namespace rialto::keep {

struct Moved {
  std::int64_t copied = 0;  // rows
  std::int64_t caught_up = 0;  // of those that changed meanwhile, some more than once
  std::chrono::milliseconds pause{};  // how long nobody could write
  std::string before;  // under which name a file stays that was in the place before; "" if there was none
};

// Moves the site at `from` to `to`, places as Db::open takes them, one of each kind. All rows are copied at one moment and read
// again on the other side; then what changed meanwhile, round by round; last, while writers wait, what changed since the last
// round. Each row that came later is compared, and the rows of each table are counted on both sides, before anything is final.
//
// When it returns the site is whole at `to`, durable, and the database at `from` refuses every write for good
// (DbError::Kind::Moved); telling the server is the caller's matter. If it throws (DbError, std::filesystem::filesystem_error), or
// is killed, the site is at `from` as if nothing had been, and moving can begin anew. In PostgreSQL the database must be empty,
// or hold what a move left that was cut off.
Moved move_site(const std::string& from, const std::string& to, const OnProgress& on_progress);

}  // namespace rialto::keep
