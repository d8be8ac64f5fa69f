#include "web/style_rule.h"

#include <gtest/gtest.h>

namespace rialto::web {

TEST(StyleRule, ShowsWhatIsNew) {
  auto rule = StyleRule::new_posts({"a1", "b2"});
  rule += StyleRule::count("c3", 4);
  rule += StyleRule::count("d4", 0);
  EXPECT_EQ(rule.view(),
            ":is(#p-a1,#p-b2) .news{display:inline-block}[data-news=\"c3\"]{display:inline-block;--n:\"4 \"}"
            "[data-news=\"d4\"]{display:inline-block}");
}

TEST(StyleRule, HoldsNothingForeign) {
  EXPECT_TRUE(StyleRule::new_posts({"a1)}x{", "</style>", ""}).empty());
  EXPECT_TRUE(StyleRule::count("\"]{}", 1).empty());
  EXPECT_TRUE(StyleRule::line_above("a b", "words").empty());
  const auto rule = StyleRule::line_above("a1", "\"}</style><b>\\\n · née");
  EXPECT_EQ(rule.view(), ".flat>li:has(>#p-a1)::before{content:\"\\22 \\7d \\3c \\2f style\\3e \\3c b\\3e \\5c \\0a  · née\"}");
}

}  // namespace rialto::web
