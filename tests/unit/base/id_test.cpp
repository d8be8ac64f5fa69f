#include "base/id.h"

#include <gtest/gtest.h>

#include <set>

using namespace rialto;

TEST(Ids, EachIsLargerThanTheOneBefore) {
  auto last = next_id();
  for (int n = 0; n < 20'000; ++n) {
    const auto id = next_id();
    ASSERT_GT(id, last);
    last = id;
  }
}

TEST(Ids, TheShortFormReadsBack) {
  for (const std::int64_t id : {std::int64_t{0}, std::int64_t{31}, std::int64_t{32}, next_id()}) {
    EXPECT_EQ(from_short_form(short_form(id)), id);
  }
  EXPECT_EQ(from_short_form("Z"), 31);
  EXPECT_FALSE(from_short_form("u"));
  EXPECT_FALSE(from_short_form(""));
  EXPECT_FALSE(from_short_form("zzzzzzzzzzzzz"));
}
