// Read marks: what a member has been shown of a thread. By them pages say what is new, and where they stopped reading.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "talk/post_numbers.h"

namespace rialto {
class Tx;
}

namespace rialto::talk {

struct ReadMark {
  ThreadId thread;
  std::int64_t known = 0;  // the highest number when they first opened it: what was there then is no news
  PostNumbers numbers;     // of the posts that they were shown
  Time at;                 // when something of it was shown that they hadn't seen

  bool is_news(std::int64_t number) const { return number > known && !numbers.has(number); }
  // How many of so many posts came since they first opened the thread and were not shown to them yet.
  std::int64_t news_of(std::int64_t posts) const { return numbers.missing(known + 1, posts); }
};

// Of those among the threads that the member has opened, in no order.
std::vector<ReadMark> read_marks_of(Tx& tx, MemberId member, const std::vector<ThreadId>& threads);

// Adds what it says to what is kept; nothing for a member who has left.
void keep_read_mark(Tx& tx, MemberId member, const ReadMark& mark);

// What a member read is nobody's business once they leave.
void forget_read_marks(Tx& tx, MemberId member);

// Of the threads that the member read last, in that order.
std::vector<ReadMark> read_marks_lately(Tx& tx, MemberId member, int limit);

// The first post that stands and that isn't in `read`, from this number on, in the order of numbers.
std::optional<PostId> first_unread(Tx& tx, ThreadId thread, const PostNumbers& read, std::int64_t from);

}  // namespace rialto::talk
