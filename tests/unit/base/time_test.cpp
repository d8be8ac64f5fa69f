#include "base/time.h"

#include <gtest/gtest.h>

using namespace rialto;

TEST(Times, IsoTextReadsBack) {
  const auto time = from_iso_text("2017-02-20T10:11:12Z");
  ASSERT_TRUE(time);
  EXPECT_EQ(iso_text(*time), "2017-02-20T10:11:12Z");
  EXPECT_EQ(http_text(*time), "Mon, 20 Feb 2017 10:11:12 GMT");
}

TEST(Times, WhatIsNoTimeIsRefused) {
  EXPECT_FALSE(from_iso_text("2017-02-30T10:11:12Z"));
  EXPECT_FALSE(from_iso_text("2017-02-20"));
  EXPECT_FALSE(from_iso_text("2017-02-20T25:11:12Z"));
}
