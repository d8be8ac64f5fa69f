#include "web/pace.h"

#include <gtest/gtest.h>

#include "web/writing_pace.h"

using rialto::Time;
using rialto::web::Pace;
using rialto::web::WritingPace;

TEST(Pace, SomeAreAdmittedAtOnceAndThenSoManyASecond) {
  Pace pace({.at_once = 3, .a_second = 2});
  const Time start{1'000'000'000};
  for (int n = 0; n < 3; ++n) EXPECT_TRUE(pace.admits(1, start));
  EXPECT_FALSE(pace.admits(1, start));
  EXPECT_TRUE(pace.admits(2, start)) << "each has their own";
  EXPECT_TRUE(pace.admits(1, Time{start.micros + 500'000}));
  EXPECT_FALSE(pace.admits(1, Time{start.micros + 500'000}));
}

TEST(Pace, WhoeverIsTooFastIsToldHowLongToWait) {
  WritingPace pace;
  const Time start{1'000'000'000};
  for (int n = 0; n < 6; ++n) EXPECT_EQ(pace.wait(1, start, 6), 0);
  EXPECT_EQ(pace.wait(1, start, 6), 10);
  EXPECT_EQ(pace.wait(1, Time{start.micros + 9'500'000}, 6), 1);
  EXPECT_EQ(pace.wait(1, Time{start.micros + 10'000'000}, 6), 0);
}

TEST(Pace, WithoutALimitNobodyIsTooFast) {
  WritingPace pace;
  for (int n = 0; n < 1'000; ++n) EXPECT_EQ(pace.wait(1, Time{1'000'000'000}, 0), 0);
}
