#include "talk/board_threads.h"

#include "db/db.h"
#include "talk/board_threads.sql.h"

namespace rialto::talk {

namespace {

constexpr std::int64_t kGhost = 0;  // member.kind

template <class Rows>
std::vector<ThreadLine> lines_of(Rows rows) {
  std::vector<ThreadLine> lines;
  for (auto& row : rows)
    lines.push_back({.id = row.id,
                     .title = std::move(row.title),
                     .author_id = row.author,
                     .author = std::move(row.author_name),
                     .by_ghost = row.author_kind == kGhost,
                     .last_author = std::move(row.last_name),
                     .dated = std::move(row.dated),
                     .locked = row.locked,
                     .pinned = row.pinned,
                     .state = static_cast<ThreadState>(row.state),
                     .posts = row.posts,
                     .last_at = row.last_at,
                     .last_dated = std::move(row.last_dated),
                     .created = row.created});
  return lines;
}

}  // namespace

std::vector<ThreadLine> threads_of(Tx& tx, BoardId board, int page, int per_page, HiddenToo hidden) {
  return threads_in_order(tx, board, ThreadOrder::LatestTalk, page, per_page, hidden);
}

std::vector<ThreadLine> threads_in_order(Tx& tx, BoardId board, ThreadOrder order, int page, int per_page, HiddenToo hidden) {
  const bool hidden_too = hidden == HiddenToo::Yes;
  const auto skip = std::int64_t{page - 1} * per_page;
  if (order == ThreadOrder::LatestTalk)
    return lines_of(tx.rows<sql::threads_of_board>({.board = board, .hidden_too = hidden_too, .limit = per_page, .skip = skip}));
  return lines_of(tx.rows<sql::threads_of_board_in_order>({.board = board,
                                                           .hidden_too = hidden_too,
                                                           .by_posts = order == ThreadOrder::MostPosts,
                                                           .limit = per_page,
                                                           .skip = skip}));
}

}  // namespace rialto::talk
