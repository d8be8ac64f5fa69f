// The threads that a member read last, with what is new in them.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/id.h"
#include "talk/read_mark.h"
#include "talk/thread.h"

namespace rialto {
class Tx;
}

namespace rialto::web {

struct Visit;

struct ThreadRead {
  talk::ReadMark mark;
  talk::ThreadElsewhere thread;

  std::int64_t news() const { return mark.news_of(thread.posts); }
};

// Hidden threads, and those of reviews that are gone, are left out. In no order.
std::vector<ThreadRead> threads_read(Tx& tx, const std::vector<talk::ReadMark>& marks);

// Those with news for the viewer, the most lately answered first.
std::vector<ThreadRead> threads_with_news(const Visit& visit);

// How many posts of threads_with_news() are on each board.
std::unordered_map<BoardId, std::int64_t> news_on_boards(const std::vector<ThreadRead>& threads);

}  // namespace rialto::web
