#include "card/setting.h"

#include <gtest/gtest.h>

namespace rialto::card {
namespace {

std::vector<std::string> lines_of(const Block& block) {
  std::vector<std::string> lines;
  for (const auto& line : block.lines) lines.push_back(line.words);
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Setting, FillsItsRoomAndNeverMore) {
  for (const char* title : {"M", "Heat", "The Last of the Mohicans", "Everything Everywhere All at Once"}) {
    for (const auto& set :
         {set_even(title, {}, {.width = 160, .height = 90}), set_filled(title, {}, {.width = 160, .height = 90})}) {
      EXPECT_LE(set.width, 160.01) << title;
      EXPECT_LE(set.height, 90.01) << title;
      EXPECT_TRUE(set.width > 159 || set.height > 89) << title;
    }
  }
}

TEST(Setting, ASmallWordEndsNoLine) {
  EXPECT_EQ(lines_of(set_even("The Last of the Mohicans", {}, {.width = 100, .height = 100, .lines = 3})),
            (Lines{"THE LAST", "OF THE", "MOHICANS"}));
}

TEST(Setting, AFilledLineIsAsWideAsTheRoom) {
  const auto set = set_filled("Citizen Kane", {}, {.width = 160, .height = 200});
  ASSERT_EQ(set.lines.size(), 2u);
  EXPECT_NEAR(set.lines[0].width, 160, 0.01);
  EXPECT_NEAR(set.lines[1].width, 160, 0.01);
  EXPECT_GT(set.lines[1].size, set.lines[0].size);
}

TEST(Setting, LettersThatAFaceLacksAreSetInOneThatHasThem) {
  EXPECT_EQ(set_even("Heat", {.face = Face::Sign}, {.width = 100, .height = 100}).face, Face::Sign);
  const auto greek = set_even("Ταξίδι", {.face = Face::Sign}, {.width = 100, .height = 100});
  EXPECT_EQ(greek.face, Face::Narrow);
  EXPECT_TRUE(greek.outlined);
}

TEST(Setting, OtherScriptsStayTextForTheViewersFonts) {
  const auto arabic = set_even("باب الحديد", {}, {.width = 100, .height = 100});
  EXPECT_FALSE(arabic.outlined);
  EXPECT_TRUE(arabic.right_to_left);
  const auto chinese = set_even("花樣年華", {}, {.width = 100, .height = 100});
  EXPECT_FALSE(chinese.outlined);
  EXPECT_FALSE(chinese.right_to_left);
  EXPECT_TRUE(runs_down("花樣年華"));
  EXPECT_FALSE(runs_down("Heat"));
}

TEST(Setting, AChineseTitleBreaksBetweenLetters) {
  EXPECT_EQ(set_even("花樣年華", {}, {.width = 100, .height = 100}).lines.size(), 2u);
}

TEST(Setting, AWordThatIsTooLongIsCut) {
  const auto set = set_even(std::string(120, 'w'), {}, {.width = 160, .height = 90});
  EXPECT_GT(set.lines.size(), 1u);
  EXPECT_LE(set.width, 160.01);
}

TEST(Setting, ALabelShrinksFirstAndIsCutThen) {
  EXPECT_DOUBLE_EQ(set_label("Michael Mann", {}, 14, 200).size(), 14);
  const auto smaller = set_label("Apichatpong Weerasethakul", {}, 14, 120);
  EXPECT_LT(smaller.size(), 14);
  EXPECT_EQ(lines_of(smaller), (Lines{"APICHATPONG WEERASETHAKUL"}));
  const auto cut = set_label("Joel Coen & Ethan Coen & Somebody Else", {}, 14, 100);
  ASSERT_EQ(cut.lines.size(), 1u);
  EXPECT_TRUE(cut.lines[0].words.ends_with("…")) << cut.lines[0].words;
  EXPECT_LE(cut.width, 100.01);
}

TEST(Setting, NothingIsSetFromNothing) {
  EXPECT_TRUE(set_even("", {}, {.width = 100, .height = 100}).lines.empty());
  EXPECT_TRUE(set_filled("  ", {}, {.width = 100, .height = 100}).lines.empty());
  EXPECT_TRUE(set_label("\n", {}, 14, 100).lines.empty());
}

}  // namespace
}  // namespace rialto::card
