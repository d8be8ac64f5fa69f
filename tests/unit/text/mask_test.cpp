#include "text/mask.h"

#include <gtest/gtest.h>

#include <chrono>

#include "text/markup.h"

namespace rialto::text {
namespace {

TEST(WordMask, whole_words_are_masked_whatever_their_case_and_accents) {
  const WordMask mask({"damn", "crétin"}, "[…]");
  EXPECT_EQ(mask.masked("Damn, DAMN! damned goddamn dámn"), "[…], […]! damned goddamn […]");
  EXPECT_EQ(mask.masked("Cretin crétin CRÉTIN cretin\u0301"), "[…] […] […] […]");
  EXPECT_EQ(mask.masked("d*mn & da-mn"), "d*mn & da-mn");
}

TEST(WordMask, a_star_stands_for_more_letters) {
  const WordMask mask({"damn*", "*hole", "*bloody*"}, "#");
  EXPECT_EQ(mask.masked("damn damned goddamn hole manhole holes unbloodyfied bloody"), "# # goddamn # # holes # #");
}

TEST(WordMask, other_scripts_have_words_too) {
  const WordMask mask({"чёрт", "くそ*"}, "#");
  EXPECT_EQ(mask.masked("Черт, ЧЁРТ и чертёнок くそったれ"), "#, # и чертёнок #");
}

TEST(WordMask, entries_that_are_no_word_are_passed_over) {
  EXPECT_TRUE(WordMask({"", "*", "**", "two words", "-", "* *"}).empty());
  EXPECT_EQ(WordMask({}).masked("damn"), "damn");
}

TEST(WordMask, is_applied_to_text_and_never_to_addresses) {
  const WordMask mask({"damn"});
  const RenderOptions options{.mask = &mask};
  EXPECT_EQ(render("[damn](/damn) `damn` >!damn!< https://x.example/damn", options).html.view(),
            "<p><a href=\"/damn\">▒▒▒▒</a> <code>▒▒▒▒</code> <label class=\"veil\"><input type=\"checkbox\" "
            "aria-label=\"Spoiler, show\"><span class=\"veil-words\">▒▒▒▒</span></label> <a "
            "href=\"https://x.example/damn\" rel=\"nofollow ugc noopener\">https://x.example/damn</a></p>\n");
}

TEST(WordMask, takes_time_in_proportion_to_the_text) {
  std::vector<std::string> entries;
  for (int i = 0; i < 2000; ++i) entries.push_back((i % 2 ? "*" : "") + std::string("word") + std::to_string(i) + "*");
  const WordMask mask(entries);
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(mask.masked(std::string(100'000, 'a')).size(), 100'000U);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(500));
}

}  // namespace
}  // namespace rialto::text
