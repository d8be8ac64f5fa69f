#include "base/strings.h"

#include <gtest/gtest.h>

using namespace rialto;

TEST(Strings, FoldingTakesCaseAndAccentsAway) {
  EXPECT_EQ(folded("  Le Fabuleux Destin d'Amélie\tPoulain "), "le fabuleux destin d'amelie poulain");
  EXPECT_EQ(folded("STRASSE"), folded("straße"));
  EXPECT_EQ(folded("Солярис"), "солярис");
}

TEST(Strings, SlugsAreAsciiWords) {
  EXPECT_EQ(slug_of("The closing scene"), "the-closing-scene");
  EXPECT_EQ(slug_of("Солярис"), "solaris");
  EXPECT_EQ(slug_of("Ocean's Eleven!"), "oceans-eleven");
  EXPECT_EQ(slug_of("???"), "");
}

TEST(Strings, BrokenUtf8IsFoundAndRepaired) {
  EXPECT_TRUE(is_utf8("Zoë"));
  EXPECT_FALSE(is_utf8("\xC0\xAF"));
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
  EXPECT_EQ(repaired_utf8("a\xFFz"), "a\xEF\xBF\xBDz");
}

TEST(Strings, CuttingNeverSplitsACodePoint) {
  EXPECT_EQ(cut_utf8("Zoë", 3), "Zo");
  EXPECT_EQ(cut_utf8("Zoë", 4), "Zoë");
}

TEST(Strings, LinesLoseTheirEndings) {
  const auto lines = lines_of("a\r\nb\n\nc");
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_EQ(lines[0], "a");
  EXPECT_EQ(lines[2], "");
}
