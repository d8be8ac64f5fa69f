#include "text/disclose.h"
#include "text/plain.h"

#include <gtest/gtest.h>

#include "base/strings.h"
#include "text/mask.h"

namespace rialto::text {
namespace {

TEST(Plain, markup_is_taken_off) {
  EXPECT_EQ(plain_text("# One\n\nA *b* [c](https://x.example) `d` &amp; ~~e~~\nf"), "One\n\nA b c d & e\nf");
  EXPECT_EQ(plain_text("- a\n- b\n  - c\n\nd"), "- a\n- b\n- c\n\nd");
  EXPECT_EQ(plain_text("> q\n\n```\nx\n```\n\n---\n"), "q\n\nx");
  EXPECT_EQ(plain_text("[[Heat (1995)]] <b>"), "Heat (1995) <b>");
}

TEST(Plain, spoilers_are_left_out_unless_wanted) {
  EXPECT_EQ(plain_text("He >!dies *here*!<."), "He [spoiler].");
  EXPECT_EQ(plain_text(">! He dies.\n>! Yes.\n\nb"), "[spoiler]\n\nb");
  EXPECT_EQ(plain_text("::: spoiler The end\nHe >!dies!<\n:::\nb"), "[spoiler]\n\nb");
  EXPECT_EQ(plain_text("[End](#s \"dies\")"), "End [spoiler]");
  EXPECT_EQ(plain_text("He >!dies!<.", {.spoilers = Spoilers::Kept}), "He dies.");
}

TEST(Plain, words_of_the_list_are_masked) {
  const WordMask mask({"damn"});
  EXPECT_EQ(plain_text("Damn *damn* `damn`", {.mask = &mask}), "▒▒▒▒ ▒▒▒▒ ▒▒▒▒");
}

TEST(Excerpt, is_cut_at_a_word) {
  EXPECT_EQ(excerpt(disclosed("The *closing* scene\n\nis long"), 100), "The closing scene is long");
  EXPECT_EQ(excerpt(disclosed("The *closing* scene is long"), 15), "The closing…");
  EXPECT_EQ(excerpt(disclosed("The *closing* scene is long"), 12), "The closing…");
  EXPECT_EQ(excerpt(disclosed(""), 10), "");
}

TEST(Excerpt, is_the_authors_own_words_if_there_are_any) {
  EXPECT_EQ(excerpt(disclosed("> /post/a:\n> What you said.\n\nI agree."), 50), "I agree.");
  EXPECT_EQ(excerpt(disclosed("> Only this."), 50), "Only this.");
}

TEST(Excerpt, shows_nothing_of_a_text_that_is_marked_as_a_whole) {
  EXPECT_EQ(excerpt(disclosed("Spoilers: Heat (1995)\n\nHe dies."), 50), "[spoiler]");
  EXPECT_EQ(excerpt(disclosed("He dies.", {"", "ending"}), 50), "[spoiler]");
  EXPECT_EQ(excerpt(disclosed("He dies.", {"", ""}), 50), "He dies.");
}

TEST(Excerpt, never_shows_what_a_spoiler_hides) { EXPECT_EQ(excerpt(disclosed("a >!b\n\nc!< d"), 50), "a [spoiler] [spoiler] d"); }

TEST(Excerpt, of_a_language_without_blanks_is_as_long_as_it_may_be) {
  std::string japanese;
  for (int i = 0; i < 20; ++i) japanese += "最後の場面";
  const auto cut = excerpt(disclosed(japanese), 30);
  EXPECT_GE(code_points(cut), 25U);
  EXPECT_LE(code_points(cut), 30U);
  EXPECT_TRUE(is_utf8(cut));
}

TEST(Excerpt, of_one_endless_word_is_cut_between_characters) {
  EXPECT_EQ(excerpt(disclosed(std::string(100, 'a')), 10), "aaaaaaaaa…");
  const auto cut = cut_at_word("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 8);
  EXPECT_EQ(cut, "👩‍👩‍👧…");
}

}  // namespace
}  // namespace rialto::text
