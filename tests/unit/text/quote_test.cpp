#include <gtest/gtest.h>

#include "text/markup.h"
#include "text/source.h"

namespace rialto::text {
namespace {

std::string html(std::string_view markdown) {
  const RenderOptions options{.author_of = [](std::string_view post) -> std::optional<std::string> {
    if (post == "3v9k2m") return "Ana <3";
    return std::nullopt;
  }};
  return std::string(render(markdown, options).html.view());
}

constexpr std::string_view kAna =
    "<blockquote class=\"quote\" data-post=\"3v9k2m\"><a class=\"source\" href=\"/post/3v9k2m\">Ana &lt;3</a>\n";

TEST(Quote, a_quote_names_its_source) {
  const auto expected = std::string(kAna) + "<p>The passage.</p>\n</blockquote>\n<p>Yes.</p>\n";
  EXPECT_EQ(html("> [Bob](/post/3v9k2m):\n> The passage.\n\nYes."), expected);
  EXPECT_EQ(html("> /post/3v9k2m\n>\n> The passage.\n\nYes."), expected);
}

TEST(Quote, an_unknown_author_is_not_invented) {
  EXPECT_NE(html("> [Bob](/post/zzz):\n> a").find("href=\"/post/zzz\">an earlier post</a>"), std::string::npos);
}

TEST(Quote, a_quotation_without_source_is_plain) {
  EXPECT_EQ(html("> a\n> b"), "<blockquote>\n<p>a<br>\nb</p>\n</blockquote>\n");
  EXPECT_EQ(html("> see /post/3v9k2m"), "<blockquote>\n<p>see /post/3v9k2m</p>\n</blockquote>\n");
  EXPECT_EQ(html("/post/3v9k2m"), "<p>/post/3v9k2m</p>\n");
}

TEST(Quote, quotes_of_two_posts_stay_apart) {
  const auto both = html("> /post/3v9k2m:\n> a\n> /post/zzz:\n> b");
  EXPECT_TRUE(
      both.starts_with(std::string(kAna) + "<p>a</p>\n</blockquote>\n<blockquote class=\"quote\" data-post=\"zzz\">"))
      << both;
}

TEST(Quote, a_quote_within_a_quote_keeps_its_source) {
  const auto both = html("> /post/zzz:\n> > /post/3v9k2m:\n> > a\n>\n> b");
  EXPECT_NE(both.find(std::string(kAna) + "<p>a</p>\n</blockquote>\n<p>b</p>\n</blockquote>"), std::string::npos)
      << both;
}

TEST(Quote, what_quote_of_writes_is_read_back) {
  EXPECT_EQ(quote_of("one\n\ntwo\n", "3v9k2m", "A[n]a"), "> [A n a](/post/3v9k2m):\n> one\n> \n> two\n\n");
  EXPECT_EQ(html(quote_of("one\n\ntwo", "3v9k2m", "")), std::string(kAna) + "<p>one</p>\n<p>two</p>\n</blockquote>\n");
}

TEST(Quote, a_long_quote_folds_with_its_source_outside) {
  const std::string line(300, 'w');
  const auto quoted = html("> /post/3v9k2m:\n> " + line + "\n>\n> " + line + "\n\nYes.");
  EXPECT_EQ(quoted, std::string(kAna) +
                        "<div class=\"fold\"><details><summary><span class=\"whole\">The whole quote</span><span class=\"less\">"
                        "Fold the quote</span></summary></details><div>\n<p>" +
                        line + "</p>\n<p>" + line + "</p>\n</div></div>\n</blockquote>\n<p>Yes.</p>\n");
  EXPECT_EQ(html("> " + line).find("fold"), std::string::npos) << "a short one does not";
}

TEST(Quote, many_short_lines_are_long_too) {
  std::string poem;
  for (int i = 0; i < 20; ++i) poem += "> a\n";
  EXPECT_NE(html(poem).find("class=\"fold\""), std::string::npos);
}

TEST(Quote, quotes_within_a_long_one_fold_with_it_once) {
  const std::string line(600, 'w');
  const auto quoted = html("> " + line + "\n> > " + line + "\n\n> " + line);
  std::size_t folds = 0;
  for (auto at = quoted.find("class=\"fold\""); at != std::string::npos; at = quoted.find("class=\"fold\"", at + 1)) ++folds;
  EXPECT_EQ(folds, 2u) << quoted;
}

TEST(Quote, a_quoted_block_of_spoilers_stays_hidden) {
  const auto quoted = html(quote_of("::: spoiler End\nHe >!dies!<.\n:::\nSad.", "3v9k2m", ""));
  EXPECT_NE(quoted.find(">Spoiler: End</span>\n<div class=\"veil-words\">\n<p>He dies.</p>\n</div></div>\n<p>Sad.</p>"),
            std::string::npos)
      << quoted;
}

TEST(Quote, what_a_spoiler_is_of_is_quoted_with_it) {
  EXPECT_EQ(quote_of("Spoilers: Heat (1995), ending\n\nHe dies.", "a", ""), "> /post/a:\n> >! [Heat (1995), ending] \n> >! He dies.\n\n");
  EXPECT_EQ(quote_of("::: spoiler Heat (1995)\nHe dies.\n:::\nSad.", "a", ""), "> /post/a:\n> >! [Heat (1995)] He dies.\n> Sad.\n\n");
  const auto quoted = html(quote_of("Spoilers: Heat (1995), ending\n\nHe dies.", "a", ""));
  EXPECT_NE(quoted.find("Spoiler: Heat (1995), ending</span>"), std::string::npos) << quoted;
}

TEST(Quote, only_post_addresses_are_sources) {
  EXPECT_EQ(source_of_quote(" [Ana](/post/3v9k2m): "), "3v9k2m");
  EXPECT_EQ(source_of_quote("/post/3v9k2m"), "3v9k2m");
  for (auto other : {"", "[Ana](/film/heat)", "/post/", "/post/a b", "/post/a\"b", "[Ana](/post/a) said", "[/post/a)"})
    EXPECT_EQ(source_of_quote(other), "") << other;
}

}  // namespace
}  // namespace rialto::text
