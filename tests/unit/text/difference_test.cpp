#include "text/difference.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "base/strings.h"

namespace rialto::text {
namespace {

std::string shown(std::string_view before, std::string_view after) {
  return std::string(difference(before, after).html.view());
}

TEST(Difference, shows_changed_words_only) {
  EXPECT_EQ(shown("The first scene.", "The last scene."), "The <del>first</del><ins>last</ins> scene.");
  EXPECT_EQ(shown("a b", "a b c"), "a b<ins> c</ins>");
  EXPECT_EQ(shown("a b c", "a c"), "a <del>b </del>c");
  EXPECT_EQ(shown("same", "same"), "same");
  EXPECT_TRUE(difference("same\r\n", "same\n").same);
  EXPECT_EQ(shown("", "new"), "<ins>new</ins>");
  EXPECT_EQ(shown("old", ""), "<del>old</del>");
  EXPECT_EQ(shown("", ""), "");
}

TEST(Difference, keeps_unchanged_lines) {
  EXPECT_EQ(shown("one\ntwo\nthree", "one\n2\nthree"), "one<br>\n<del>two</del><ins>2</ins><br>\nthree");
}

TEST(Difference, escapes_both_texts) { EXPECT_EQ(shown("<b>", "<i>"), "&lt;<del>b</del><ins>i</ins>&gt;"); }

TEST(Difference, tells_when_a_spoiler_is_in_it) {
  EXPECT_TRUE(difference("a >!b!<", "a").veiled);
  EXPECT_FALSE(difference("a b", "a").veiled);
}

std::string without(std::string html, std::string_view tag) {
  const auto open = "<" + std::string(tag) + ">", close = "</" + std::string(tag) + ">";
  for (auto at = html.find(open); at != std::string::npos; at = html.find(open))
    html.erase(at, html.find(close) + close.size() - at);
  return html;
}

TEST(Difference, both_texts_can_be_read_back_from_it) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::string before, after;
    for (auto* text : {&before, &after})
      for (auto count = random() % 30; count > 0; --count) *text += "ab c\n"[random() % 5];
    auto html = replaced(shown(before, after), "<br>\n", "\n");
    EXPECT_EQ(replaced(replaced(without(html, "ins"), "<del>", ""), "</del>", ""), before);
    EXPECT_EQ(replaced(replaced(without(html, "del"), "<ins>", ""), "</ins>", ""), after);
  }
}

TEST(Difference, of_long_and_different_texts_ends_soon) {
  std::mt19937 random(7);
  std::string before, after;
  for (auto* text : {&before, &after})
    while (text->size() < 64 * 1024) *text += "abcdefgh \n"[random() % 10];
  const auto start = std::chrono::steady_clock::now();
  const auto made = difference(before, after);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(1500));
  EXPECT_FALSE(made.same);
}

}  // namespace
}  // namespace rialto::text
