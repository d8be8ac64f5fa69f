#include "talk/tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

using namespace rialto::talk;

namespace {

std::vector<std::size_t> order_of(const std::vector<Place>& places) {
  std::vector<std::size_t> order(places.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](auto one, auto other) { return places[one].rank < places[other].rank; });
  return order;
}

}  // namespace

TEST(Tree, EachPostStandsBeforeItsReplies) {
  // 0 ┬ 2 ─ 4
  //   └ 5
  // 1 ─ 3
  const auto places = tree_places({{}, {}, {0}, {1}, {2}, {0}});
  EXPECT_EQ(order_of(places), (std::vector<std::size_t>{0, 2, 4, 5, 1, 3}));
  EXPECT_EQ(places[4].depth, 2);
  EXPECT_EQ(places[3].depth, 1);
}

TEST(Tree, AParentThatComesLaterIsTakenForNone) {
  const auto places = tree_places({{1}, {0}, {2}});
  EXPECT_EQ(places[0].depth, 0);
  EXPECT_EQ(places[1].depth, 1);
  EXPECT_EQ(places[2].depth, 0);
}

TEST(Tree, AChainOfAHundredThousandIsOrdered) {
  Parents parents(100'000);
  for (std::size_t post = 1; post < parents.size(); ++post) parents[post] = post - 1;
  EXPECT_EQ(tree_places(parents).back().depth, 99'999);
}

TEST(Tree, AGapHoldsManyRepliesBeforeItIsFull) {
  std::int64_t last = kRankGap;
  int replies = 0;
  while (const auto rank = rank_between(last, 2 * kRankGap)) {
    ASSERT_GT(*rank, last);
    ASSERT_LT(*rank, 2 * kRankGap);
    last = *rank;
    ++replies;
  }
  EXPECT_GT(replies, 500);
}
