#include "talk/thread.h"

#include "db/db.h"
#include "talk/thread.sql.h"

namespace rialto::talk {

namespace {

constexpr std::int64_t kGhost = 0;  // member.kind

template <class Row>
ThreadElsewhere elsewhere_from(Row&& row) {
  return {.id = row.id,
          .title = std::move(row.title),
          .author_id = row.author,
          .author = std::move(row.author_name),
          .by_ghost = row.author_kind == kGhost,
          .last_author = std::move(row.last_name),
          .posts = row.posts,
          .last_at = row.last_at,
          .last_dated = std::move(row.last_dated),
          .board = row.board,
          .board_kind = row.board_kind,
          .board_slug = std::move(row.board_slug),
          .board_title = std::move(row.board_title),
          .board_year = row.year,
          .created = row.created};
}

}  // namespace

std::optional<Thread> find_thread(Tx& tx, ThreadId id) {
  auto row = tx.row<sql::thread_by_id>({.thread = id});
  if (!row) return std::nullopt;
  return Thread{.id = row->id,
                .board = row->board,
                .title = std::move(row->title),
                .author = row->author,
                .dated = std::move(row->dated),
                .locked = row->locked,
                .pinned = row->pinned,
                .state = static_cast<ThreadState>(row->state),
                .posts = row->posts,
                .last_at = row->last_at,
                .review = row->review,
                .spoils = std::move(row->spoils),
                .version = row->version,
                .created = row->created};
}

std::vector<ThreadElsewhere> threads_named(Tx& tx, const std::vector<ThreadId>& threads) {
  std::vector<ThreadElsewhere> lines;
  if (threads.empty()) return lines;
  for (auto& row : tx.rows<sql::threads_named>({.threads = threads})) lines.push_back(elsewhere_from(std::move(row)));
  return lines;
}

std::vector<ThreadElsewhere> latest_threads(Tx& tx, int limit) {
  std::vector<ThreadElsewhere> lines;
  for (auto& row : tx.rows<sql::threads_lately>({.limit = limit})) lines.push_back(elsewhere_from(std::move(row)));
  return lines;
}

}  // namespace rialto::talk
