#include "base/digest.h"

#include <gtest/gtest.h>

using namespace rialto;

TEST(HexToken, IsThirtyTwoLowerCaseDigitsAndNothingElse) {
  EXPECT_TRUE(is_hex_token(random_token()));
  EXPECT_TRUE(is_hex_token("0123456789abcdef0123456789abcdef"));
  for (const auto* text : {"", "0123456789abcdef", "0123456789abcdef0123456789abcdeg", "0123456789ABCDEF0123456789abcdef",
                           "0123456789abcdef0123456789abcdef0"})
    EXPECT_FALSE(is_hex_token(text)) << text;
}
