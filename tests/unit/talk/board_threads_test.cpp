#include "talk/board_threads.h"

#include <gtest/gtest.h>

#include "support/community.h"
#include "talk/moderation.h"

namespace rialto::talk {

class BoardThreads : public testing::TestWithParam<Engine> {
 protected:
  Community people_{GetParam()};

  std::vector<std::string> titles(ThreadOrder order, HiddenToo hidden = HiddenToo::No, int page = 1, int per_page = 10) {
    std::vector<std::string> titles;
    const auto lines = people_.db().read([&](Tx& tx) { return threads_in_order(tx, people_.heat, order, page, per_page, hidden); });
    for (const auto& line : lines) titles.push_back(line.title);
    return titles;
  }
};

using Titles = std::vector<std::string>;

TEST_P(BoardThreads, ComeInEachOrderWithThePinnedOneFirst) {
  const auto first = people_.start(people_.ana, "First", "One.").thread;
  const auto second = people_.start(people_.ana, "Second", "One.").thread;
  const auto third = people_.start(people_.ana, "Third", "One.").thread;
  for (int i = 0; i < 2; ++i) people_.answer(people_.ben, second, {}, "Answer " + std::to_string(i));
  people_.answer(people_.ben, first, {}, "The last word.");
  EXPECT_EQ(titles(ThreadOrder::LatestTalk), (Titles{"First", "Second", "Third"}));
  EXPECT_EQ(titles(ThreadOrder::LatestBegun), (Titles{"Third", "Second", "First"}));
  EXPECT_EQ(titles(ThreadOrder::MostPosts), (Titles{"Second", "First", "Third"}));
  people_.db().write([&](Tx& tx) { return act_on_thread(tx, people_.ana, third, ThreadAct::Pin, "Read this."); });
  for (const auto order : {ThreadOrder::LatestTalk, ThreadOrder::LatestBegun, ThreadOrder::MostPosts}) EXPECT_EQ(titles(order).front(), "Third");
}

TEST_P(BoardThreads, GoOnWhereThePageBeforeEndedAndLeaveHiddenOnesOut) {
  for (const auto* title : {"A", "B", "C", "D"}) people_.start(people_.ana, title, "One.");
  EXPECT_EQ(titles(ThreadOrder::LatestBegun, HiddenToo::No, 1, 3), (Titles{"D", "C", "B"}));
  EXPECT_EQ(titles(ThreadOrder::LatestBegun, HiddenToo::No, 2, 3), (Titles{"A"}));
  const auto hidden = people_.start(people_.ana, "E", "One.").thread;
  people_.db().write([&](Tx& tx) { return act_on_thread(tx, people_.ana, hidden, ThreadAct::Hide, "Not here."); });
  EXPECT_EQ(titles(ThreadOrder::MostPosts).size(), 4u);
  EXPECT_EQ(titles(ThreadOrder::MostPosts, HiddenToo::Yes).size(), 5u);
}

INSTANTIATE_TEST_SUITE_P(Both, BoardThreads, testing::ValuesIn(engines_here()), engine_name);

}  // namespace rialto::talk
