#include "talk/read_mark.h"

#include <algorithm>

#include "db/db.h"
#include "talk/read_mark.sql.h"

namespace rialto::talk {

namespace {

template <class Row>
ReadMark mark_from(const Row& row) {
  return {.thread = row.thread, .known = row.known, .numbers = PostNumbers::parse(row.numbers), .at = row.at};
}

}  // namespace

std::vector<ReadMark> read_marks_of(Tx& tx, MemberId member, const std::vector<ThreadId>& threads) {
  std::vector<ReadMark> marks;
  if (threads.empty()) return marks;
  for (const auto& row : tx.rows<sql::read_marks>({.member = member, .threads = threads})) marks.push_back(mark_from(row));
  return marks;
}

void keep_read_mark(Tx& tx, MemberId member, const ReadMark& mark) {
  auto whole = mark;
  if (const auto kept = tx.row<sql::read_mark>({.member = member, .thread = mark.thread})) {
    whole.known = std::min(whole.known, kept->known);
    whole.numbers.add(PostNumbers::parse(kept->numbers));
    whole.at = std::max(whole.at, kept->at);
  }
  const auto numbers = whole.numbers.text();
  tx.run<sql::read_mark_keep>(
      {.member = member, .thread = mark.thread, .known = whole.known, .numbers = numbers, .at = whole.at});
}

void forget_read_marks(Tx& tx, MemberId member) {
  tx.run<sql::read_marks_forget>({.member = member});
}

std::vector<ReadMark> read_marks_lately(Tx& tx, MemberId member, int limit) {
  std::vector<ReadMark> marks;
  for (const auto& row : tx.rows<sql::read_marks_lately>({.member = member, .limit = limit})) marks.push_back(mark_from(row));
  return marks;
}

std::optional<PostId> first_unread(Tx& tx, ThreadId thread, const PostNumbers& read, std::int64_t from) {
  // Each turn leaves a stretch of what was read behind.
  for (;;) {
    const auto post = tx.row<sql::post_standing_from>({.thread = thread, .number = read.next_missing(from)});
    if (!post) return std::nullopt;
    if (!read.has(post->number)) return post->id;
    from = post->number;
  }
}

}  // namespace rialto::talk
