// The threads of a board in the orders that one can choose from; threads_of() of talk/thread.h is the first of them.
#pragma once

#include "talk/thread.h"

namespace rialto::talk {

enum class ThreadOrder {
  LatestTalk,
  LatestBegun,  // those that came here last
  MostPosts,
};

// Pinned first. `page` counts from 1.
std::vector<ThreadLine> threads_in_order(Tx& tx, BoardId board, ThreadOrder order, int page, int per_page, HiddenToo hidden);

}  // namespace rialto::talk
