#include "web/pace.h"

#include <gtest/gtest.h>

using rialto::Time;
using rialto::web::Pace;

TEST(Pace, SomeAreAdmittedAtOnceAndThenSoManyASecond) {
  Pace pace(3, 2);
  const Time start{1'000'000'000};
  for (int n = 0; n < 3; ++n) EXPECT_TRUE(pace.admits(1, start));
  EXPECT_FALSE(pace.admits(1, start));
  EXPECT_TRUE(pace.admits(2, start)) << "each has their own";
  EXPECT_TRUE(pace.admits(1, Time{start.micros + 500'000}));
  EXPECT_FALSE(pace.admits(1, Time{start.micros + 500'000}));
}
