#include "upkeep/housekeeping.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

#include "db/db.h"
#include "support/databases.h"

namespace rialto::upkeep {

namespace {

constexpr auto kPatience = std::chrono::seconds(20);

// True as soon as the count has come so far.
bool reaches(const std::atomic<int>& count, int wanted) {
  const auto end = std::chrono::steady_clock::now() + kPatience;
  while (count < wanted && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  return count >= wanted;
}

class Chores : public testing::TestWithParam<Engine> {
 protected:
  TestDatabase test_{GetParam()};
};

}  // namespace

TEST_P(Chores, AreDoneAtOnceAndAgain) {
  std::atomic<int> count = 0;
  const Housekeeping keeping(test_.db(), {{"count", [&](Db&) { ++count; }}}, std::chrono::milliseconds(5));
  EXPECT_TRUE(reaches(count, 3));
}

TEST_P(Chores, OneThatFailsDoesNotStopTheOthers) {
  std::atomic<int> count = 0;
  const Housekeeping keeping(
      test_.db(),
      {{"fail", [](Db&) { throw std::runtime_error("as it was told to"); }}, {"count", [&](Db&) { ++count; }}},
      std::chrono::milliseconds(5));
  EXPECT_TRUE(reaches(count, 2));
}

TEST_P(Chores, EndAtOnceWithTheirObjectHoweverLongTheWait) {
  std::atomic<int> count = 0;
  const auto begun = std::chrono::steady_clock::now();
  {
    const Housekeeping keeping(test_.db(), {{"count", [&](Db&) { ++count; }}}, std::chrono::hours(24));
    EXPECT_TRUE(reaches(count, 1));
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begun, kPatience);
  EXPECT_EQ(count, 1);
}

INSTANTIATE_TEST_SUITE_P(Both, Chores, testing::ValuesIn(engines_here()), engine_name);

}  // namespace rialto::upkeep
