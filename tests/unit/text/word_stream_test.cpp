#include "text/word_stream.h"

#include <gtest/gtest.h>

namespace rialto::text {
namespace {

// The text rendered with the first of these words as a name.
std::string linked(const std::string& markdown, const std::string& word) {
  const auto begin = streamed(markdown).words.find(word);
  const std::vector<NameLink> names = {{begin, begin + word.size(), "/film/heat-1995", "Heat (1995)"}};
  RenderOptions options;
  options.names = &names;
  options.find_film = [](std::string_view name) { return name == "Up (2009)" ? std::optional(FilmLink{"/film/up", "Up (2009)"}) : std::nullopt; };
  options.find_picture = [](std::string_view address) {
    return address == "/picture/known" ? std::optional(PictureFiles{{{"/picture/known", 3, 2}}}) : std::nullopt;
  };
  return std::string(render(markdown, options).html.view());
}

constexpr const char* kLink = R"html(<a class="name" href="/film/heat-1995" title="Heat (1995)">Heat</a>)html";

TEST(WordStream, a_name_is_found_again_behind_whatever_stands_before_it) {
  for (const std::string before : {"", "# Title\n\n", "*Some* **words**, `code`\n", "- a\n- b\n\n", "> quote\n\n", "[a link](https://example.org) & ",
                                   "::: spoiler Title\nwords\n:::\n\n", ">!veiled!< ", "[[Up (2009)]] and [[No such film]] ", "![*a* **b** `c`](/picture/x) ", "![*a* **b** `c`](/picture/known) ", "Ö “quoted” \\* "}) {
    EXPECT_NE(linked(before + "So Heat it is.", "Heat").find(std::string("So ") + kLink + " it is."), std::string::npos) << before;
  }
}

TEST(WordStream, a_name_within_a_link_stays_as_it_is) {
  EXPECT_EQ(linked("[Heat](https://example.org)", "Heat").find("class=\"name\""), std::string::npos);
}

TEST(WordStream, a_name_and_its_title_are_escaped) {
  const std::vector<NameLink> names = {{2, 5, "/film/x", "\"<b>\""}};
  RenderOptions options;
  options.names = &names;
  EXPECT_EQ(render("a&b", options).html.view(), R"html(<p><a class="name" href="/film/x" title="&quot;&lt;b&gt;&quot;">a&amp;b</a></p>)html" "\n");
}

TEST(WordStream, a_name_with_an_address_that_is_not_allowed_is_no_link) {
  const std::vector<NameLink> names = {{2, 5, "javascript:alert(1)", "x"}};
  RenderOptions options;
  options.names = &names;
  EXPECT_EQ(render("abc", options).html.view(), "<p>abc</p>\n");
}

TEST(WordStream, names_beyond_the_text_or_over_one_another_do_no_harm) {
  const std::vector<NameLink> names = {{2, 5, "/film/x", "x"}, {3, 5, "/film/y", "y"}, {5, 4, "/film/z", "z"}, {100, 200, "/film/z", "z"}};
  RenderOptions options;
  options.names = &names;
  EXPECT_EQ(render("abcd", options).html.view(), R"html(<p><a class="name" href="/film/x" title="x">abc</a>d</p>)html" "\n");
}

TEST(WordStream, spoilers_are_left_out_of_sentences) {
  const auto text = streamed("First. In Heat he >!dies!< at the end. Last.");
  const auto begin = text.words.find("Heat");
  const auto around = sentence_around(text, {begin, begin + 4});
  EXPECT_EQ(around.words.find("dies"), std::string::npos);
  EXPECT_EQ(around.words.substr(around.name.begin, around.name.end - around.name.begin), "Heat");
}

TEST(WordStream, a_long_sentence_is_cut_around_the_name) {
  const auto text = streamed(std::string(2'000, 'a') + " Heat " + std::string(2'000, 'b'));
  const auto begin = text.words.find("Heat");
  EXPECT_LT(sentence_around(text, {begin, begin + 4}).words.size(), 300u);
}

}  // namespace
}  // namespace rialto::text
