// Texts that make careless parsers slow. Each is rendered in two sizes; the limits leave room for slow processors, a
// quadratic reading would break them all the same. Under a sanitizer the time is the sanitizer's, and only memory is watched.
#include <gtest/gtest.h>

#include <ctime>
#include <string>

#include "text/markup.h"

namespace rialto::text {
namespace {

#if defined(__SANITIZE_ADDRESS__)
#define RIALTO_UNDER_ASAN
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define RIALTO_UNDER_ASAN
#endif
#endif

#ifdef RIALTO_UNDER_ASAN
constexpr bool kTimeTells = false;
#else
constexpr bool kTimeTells = true;
#endif

std::string times(std::string_view piece, std::size_t count) {
  std::string out;
  out.reserve(piece.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += piece;
  return out;
}

std::string numbered_backticks(std::size_t count) {
  std::string out;
  for (std::size_t i = 1; out.size() < count; ++i) out += "e" + std::string(i, '`');
  return out;
}

// Of the processor: what else the machine does is not in it.
double milliseconds(const std::string& text) {
  const RenderOptions options{.input_limit = text.size(), .output_limit = 64U << 20};
  const auto start = std::clock();
  render(text, options);
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

struct Case {
  const char* name;
  std::string before, piece, after;
};

class Pathological : public testing::TestWithParam<Case> {};

TEST_P(Pathological, ends_in_milliseconds) {
  const auto& made = GetParam();
  const auto of_size = [&](std::size_t bytes) {
    const auto count = bytes / (made.piece.size() + made.after.size());
    return times(made.before, 1) + times(made.piece, count) + times(made.after, count);
  };
  const auto small = milliseconds(of_size(25'000));
  const auto large = milliseconds(of_size(100'000));
  RecordProperty("milliseconds", std::to_string(large));
  if (std::getenv("RIALTO_TIMES")) std::printf("%-28s %8.2f %8.2f ms\n", made.name, small, large);
  if (!kTimeTells) return;
  EXPECT_LT(large, 500) << made.name;
  EXPECT_LT(large, 10 * small + 100) << made.name << ": not linear";
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Pathological,
    testing::Values(
        Case{"brackets", "", "[", ""}, Case{"quotes", "", ">", ""}, Case{"quotes_with_blanks", "", "> ", ""},
        Case{"stars", "", "*", ""}, Case{"backticks", "", "`", ""}, Case{"veil_opens", "", ">!", ""},
        Case{"veil_closes", "", "!<", ""}, Case{"veils", "", ">!a!<", ""}, Case{"veil_lines", "", ">!a\n", ""},
        Case{"veil_paragraphs", "", ">!a\n\n", ""}, Case{"veil_paragraphs_closed", "", "a>!a\n\n", "!<"},
        Case{"colons", "", "::: spoiler\n", ":::\n"}, Case{"nested_strong", "", "*a **a ", "b** b*"},
        Case{"closers", "", "a_ ", ""}, Case{"openers", "", "_a ", ""}, Case{"link_closers", "", "a] ", ""},
        Case{"link_openers", "", "[a ", ""}, Case{"mismatched", "", "*a_ ", ""}, Case{"pairs", "", "[ a_ ", ""},
        Case{"stars_of_three", "x", "**x ", "*b**"}, Case{"brackets_and_parentheses", "", "[ (](", ""},
        Case{"nested_brackets", "", "[", "]"}, Case{"nested_links", "", "[a](b", ""},
        Case{"unclosed_links", "", "[a](<b", ""}, Case{"images", "", "![", ""}, Case{"image_links", "", "![[]()", ""},
        Case{"wiki", "", "[[a", "]]"}, Case{"wiki_openers", "", "[[", ""}, Case{"lists", "", "- ", ""},
        Case{"numbers", "", "1. ", ""}, Case{"list_lines", "", "- a\n", ""}, Case{"mixed_nest", "", "> - ", ""},
        Case{"angles", "", "<", ""}, Case{"tags", "", "<a ", ""}, Case{"comments", "", "<!--", ""},
        Case{"declarations", "", "<!A ", ""}, Case{"addresses", "", "http://", ""}, Case{"www", "", "www.", ""},
        Case{"long_address", "http://a.b/", "(", ""}, Case{"definitions", "", "[a]: /u\n", ""},
        Case{"tildes", "", "~", ""}, Case{"deleted", "", "~a ", ""}, Case{"entities", "", "&", ""},
        Case{"hard_breaks", "", "\\\n", ""}, Case{"breaks", "", "\n", ""}, Case{"returns", "", "\r", ""},
        Case{"setext", "", "a\n=\n", ""}, Case{"fences", "", "```\n", ""}, Case{"tables", "|", "a|", ""},
        Case{"backslashes", "", "\\", ""}, Case{"ats", "", "@a", ""}, Case{"sources", "", "> /post/a\n", ""},
        Case{"nuls", "", std::string(1, '\0'), ""}, Case{"broken_utf8", "", "\xFF", ""},
        Case{"hidden_titles", "", "](#s \"a\"", ""}, Case{"tags_veiled", "", "<aaaaaaa>!", ""}),
    [](const auto& made) { return std::string(made.param.name); });

TEST(Pathological, backticks_of_growing_number_are_linear) {
  EXPECT_LT(milliseconds(numbered_backticks(100'000)), 500);
}

TEST(Pathological, ten_thousand_levels_of_quotation_come_out_bounded) {
  const auto rendered = render(times("> ", 10'000) + "a");
  EXPECT_LT(rendered.html.view().size(), 2000U);
  EXPECT_NE(rendered.html.view().find("<p>a</p>"), std::string_view::npos);
}

TEST(Pathological, list_nesting_over_many_lines_is_bounded) {
  std::string text;
  for (std::size_t level = 0; level < 350; ++level) text += std::string(2 * level, ' ') + "- a\n";
  EXPECT_LT(milliseconds(text), 500);
  EXPECT_LT(milliseconds(times("- ", 5000) + "a\n" + times("\n", 10'000)), 500);
  EXPECT_LT(milliseconds(times("> ", 5000) + "a\n" + times("a\n", 10'000)), 500);
}

}  // namespace
}  // namespace rialto::text
