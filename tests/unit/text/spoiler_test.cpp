#include <gtest/gtest.h>

#include <random>
#include <regex>
#include <utility>

#include "base/strings.h"
#include "text/markup.h"
#include "text/disclose.h"
#include "text/plain.h"

namespace rialto::text {
namespace {

// The HTML with the long forms of a veil made short: {words} inline, {{Title|…}} block; with what it is of:
// {of KEY: TITLE|words}, {{KEY Title|…}}.
std::string veils(std::string_view markdown, const RenderOptions& options = {}) {
  auto html = std::string(render(markdown, options).html.view());
  const auto shorten = [&html](const char* pattern, const char* into) { html = std::regex_replace(html, std::regex(pattern), into); };
  shorten(R"re(<label class="veil"><input type="checkbox" aria-label="Spoiler, show"><span class="veil-words">)re", "{");
  shorten(R"re(<label class="veil"( data-of="([^"]*)")?><input type="checkbox" aria-label="[^"]*">(<span class="veil-of" aria-hidden="true">([^<]*)</span>)?<span class="veil-words">)re", "{of $2: $4|");
  shorten("</span></label>", "}");
  shorten(R"re(<div class="veil"( data-of="([^"]*)")?><input type="checkbox" aria-label="[^"]*, show"><span class="veil-head" aria-hidden="true" data-lift="lift the veil" data-lower="lower it">)re", "{{$2 ");
  html = replaced(html, "{{ ", "{{");
  shorten(R"re(</span>\n<div class="veil-words">\n)re", "|");
  return replaced(html, "</div></div>", "}}");
}

TEST(Spoiler, inline_words_are_veiled) {
  EXPECT_EQ(veils("He >!dies!<."), "<p>He {dies}.</p>\n");
  EXPECT_EQ(veils(">! dies !< and >!lives!<"), "<p>{dies } and {lives}</p>\n");
  EXPECT_TRUE(render("He >!dies!<.").veiled);
  EXPECT_FALSE(render("He dies.").veiled);
}

TEST(Spoiler, emphasis_and_links_stand_within) {
  EXPECT_EQ(veils(">!**a** _b_ `c`!<"), "<p>{<strong>a</strong> <em>b</em> <code>c</code>}</p>\n");
  EXPECT_EQ(veils(">![a](/b)!<"), "<p>{<a href=\"/b\">a</a>}</p>\n");
  EXPECT_EQ(veils("**>!a!<**"), "<p><strong>{a}</strong></p>\n");
}

TEST(Spoiler, marks_that_cross_emphasis_hide_too_much_rather_than_too_little) {
  EXPECT_EQ(veils("**a >!b** c!< d"), "<p><strong>a {b}</strong>{c} d</p>\n");
  EXPECT_EQ(veils(">!a **b!< c** d"), "<p>{a <strong>b c</strong>} d</p>\n");
}

TEST(Spoiler, a_spoiler_in_a_link_stands_beside_or_around_it) {
  EXPECT_EQ(veils("[a >!b!< c](/d) e"), "<p><a href=\"/d\">a </a>{b} c e</p>\n");
}

TEST(Spoiler, an_unclosed_one_hides_the_rest_of_its_paragraph) {
  EXPECT_EQ(veils("a >!b\nc\n\nd"), "<p>a {b<br>\nc}</p>\n<p>d</p>\n");
  EXPECT_EQ(veils("a !< b"), "<p>a !&lt; b</p>\n");
}

TEST(Spoiler, one_over_several_paragraphs_hides_them_all) {
  EXPECT_EQ(veils("a >!b\n\n- c\n\nd!< e"), "<p>a {b}</p>\n<ul>\n<li>{c}</li>\n</ul>\n<p>{d} e</p>\n");
  EXPECT_EQ(veils(">!b\n\nd!< e"), "<p>{b}</p>\n<p>{d} e</p>\n");
  EXPECT_EQ(veils("a >!b\n\nc\n\n>!d!<"), "<p>a {b}</p>\n<p>c</p>\n<p>{d}</p>\n");
}

TEST(Spoiler, escapes_code_and_addresses_are_none) {
  EXPECT_EQ(veils("a \\>!b\\!< c"), "<p>a &gt;!b!&lt; c</p>\n");
  EXPECT_EQ(veils("`>!b!<`"), "<p><code>&gt;!b!&lt;</code></p>\n");
  EXPECT_EQ(veils("<https://a.example/>! b"),
            "<p><a href=\"https://a.example/\" rel=\"nofollow ugc noopener\">https://a.example/</a>! b</p>\n");
  EXPECT_EQ(veils(">!a!<b>!c!<"), "<p>{a}b{c}</p>\n");
  EXPECT_EQ(veils("a <b>!c</b>"), "<p>a &lt;b&gt;!c&lt;/b&gt;</p>\n");
}

TEST(Spoiler, a_run_of_lines_is_a_block) {
  EXPECT_EQ(veils(">! He *dies*.\n>! She lives.\n\nEnd"),
            "{{Spoiler|<p>He <em>dies</em>.<br>\nShe lives.</p>\n}}\n<p>End</p>\n");
  EXPECT_EQ(veils("a\n>! b"), "<p>a</p>\n{{Spoiler|<p>b</p>\n}}\n");
  EXPECT_EQ(veils("> q\n>! b\n> r"),
            "<blockquote>\n<p>q</p>\n</blockquote>\n{{Spoiler|<p>b</p>\n}}\n<blockquote>\n<p>r</p>\n</blockquote>\n");
  EXPECT_EQ(veils("> q\nlazy\n>! b"), "<blockquote>\n<p>q<br>\nlazy</p>\n</blockquote>\n{{Spoiler|<p>b</p>\n}}\n");
}

TEST(Spoiler, a_line_of_an_inline_one_is_no_block) {
  EXPECT_EQ(veils("a\n>!b!<\nc"), "<p>a<br>\n{b}<br>\nc</p>\n");
  EXPECT_EQ(veils(">! a !<\n>! b !<"), "<p>{a }<br>\n{b }</p>\n");
}

TEST(Spoiler, a_block_in_a_quotation_or_list_is_hidden) {
  EXPECT_EQ(veils("> a\n> >! b\n> c"), "<blockquote>\n<p>a</p>\n{{Spoiler|<p>b</p>\n}}\n<p>c</p>\n</blockquote>\n");
  EXPECT_EQ(veils("- a\n  >! b"), "<ul>\n<li><p>a</p>\n{{Spoiler|<p>b</p>\n}}\n</li>\n</ul>\n");
  EXPECT_EQ(veils("- >! b"), "<ul>\n<li>{b}</li>\n</ul>\n");
}

TEST(Spoiler, a_titled_block_holds_any_markdown) {
  EXPECT_EQ(veils("::: spoiler The *end*\n- a\n\nb\n:::\nc"),
            "{{Spoiler: The end|<ul>\n<li>a</li>\n</ul>\n<p>b</p>\n}}\n<p>c</p>\n");
  EXPECT_EQ(veils("::: spoiler\na"), "{{Spoiler|<p>a</p>\n}}\n");
  EXPECT_EQ(veils("::: note\na\n:::"), "<p>::: note<br>\na<br>\n:::</p>\n");
}

TEST(Spoiler, blocks_within_blocks_are_one_veil_and_end_where_they_end) {
  EXPECT_EQ(veils("::: spoiler A\na\n::: spoiler B\nb\n:::\nc\n:::\nd"),
            "{{Spoiler: A|<p>a</p>\n<p>b</p>\n<p>c</p>\n}}\n<p>d</p>\n");
}

// What a page would know of the labels below.
RenderOptions knowing_heat() {
  RenderOptions options;
  options.spoiler_of = [](std::string_view written) -> SpoilerOf {
    if (written.empty()) return {.key = "board-all", .title = ""};
    if (written.starts_with("Heat (1995)")) return {.key = "heat-end", .title = "Heat (1995), the ending"};
    return {.key = "", .title = std::string(written)};
  };
  return options;
}

TEST(Spoiler, an_inline_one_says_what_it_is_of) {
  EXPECT_EQ(veils("a >![Heat (1995), ending] *b*!< c", knowing_heat()),
            "<p>a {of heat-end: Heat (1995), the ending|<em>b</em>} c</p>\n");
  EXPECT_EQ(veils(">![M*A*S*H (1970)]b!<"), "<p>{of : M*A*S*H (1970)|b}</p>\n");
  EXPECT_EQ(veils(">! [[[Heat]], minute 60] b!<"), "<p>{of : [[Heat]], minute 60|b}</p>\n");
  EXPECT_EQ(veils(">!b!<", knowing_heat()), "<p>{of board-all: |b}</p>\n");
}

TEST(Spoiler, other_words_in_brackets_are_hidden_as_they_stand) {
  EXPECT_EQ(veils(">![sic] b!<"), "<p>{[sic] b}</p>\n");
  EXPECT_EQ(veils(">![Heat (1995)](/film/heat)!<"), "<p>{<a href=\"/film/heat\">Heat (1995)</a>}</p>\n");
  EXPECT_EQ(veils(">![[Heat]]!<"), "<p>{[[Heat]]}</p>\n");
  EXPECT_EQ(veils("`>![ending] b!<`"), "<p><code>&gt;![ending] b!&lt;</code></p>\n");
}

TEST(Spoiler, a_run_of_lines_says_what_it_is_of) {
  EXPECT_EQ(veils(">! [Heat (1995), ending]\n>! b", knowing_heat()), "{{heat-end Spoiler: Heat (1995), the ending|<p>b</p>\n}}\n");
  EXPECT_EQ(veils(">! [Heat (1995), ending] b\n>! c", knowing_heat()),
            "{{heat-end Spoiler: Heat (1995), the ending|<p>b<br>\nc</p>\n}}\n");
}

TEST(Spoiler, a_first_line_hides_the_whole_text) {
  const auto heat = knowing_heat();
  EXPECT_EQ(veils("Spoilers: Heat (1995), ending\n\na\n\nb", heat), "{{heat-end Spoiler: Heat (1995), the ending|<p>a</p>\n<p>b</p>\n}}\n");
  EXPECT_EQ(veils("\nspoilers for Heat (1995)\na\n:::\nb", heat), "{{heat-end Spoiler: Heat (1995), the ending|<p>a<br>\n:::<br>\nb</p>\n}}\n");
  EXPECT_EQ(veils("Spoilers:\na", heat), "{{board-all Spoiler|<p>a</p>\n}}\n");
  EXPECT_EQ(veils("a\n\nSpoilers: Heat (1995)\nb"), "<p>a</p>\n<p>Spoilers: Heat (1995)<br>\nb</p>\n");
  EXPECT_EQ(veils("Spoiler: he dies\nb"), "<p>Spoiler: he dies<br>\nb</p>\n");
}

TEST(Spoiler, one_of_another_film_within_has_a_veil_of_its_own) {
  EXPECT_EQ(veils("::: spoiler Heat (1995), ending\na\n::: spoiler Psycho (1960)\nb\n:::\nc\n:::", knowing_heat()),
            "{{heat-end Spoiler: Heat (1995), the ending|<p>a</p>\n{{Spoiler: Psycho (1960)|<p>b</p>\n}}\n<p>c</p>\n}}\n");
  EXPECT_EQ(veils(">!a *b >![Psycho (1960)] c* d!< e"), "<p>{a <em>b </em>}{of : Psycho (1960)|c}{of : Psycho (1960)|d} e</p>\n");
}

TEST(Spoiler, what_a_text_says_that_its_spoilers_are_of_is_known_before_it_is_rendered) {
  const auto found = references_of(">!a!< >![Heat (1995)] b!<\n\n::: spoiler ending\nc\n:::").spoilers;
  EXPECT_EQ(found, (std::vector<std::string>{"", "Heat (1995)", "ending"}));
  EXPECT_EQ(references_of("Spoilers: Heat (1995), ending\n\na").spoilers, std::vector<std::string>{"Heat (1995), ending"});
}

TEST(Spoiler, old_boards_hid_words_in_links) {
  EXPECT_EQ(veils("[End](#s \"He **dies**.\") x"), "<p>End {He **dies**.} x</p>\n");
  EXPECT_EQ(veils("a [End](#s \"He \"dies\" here\") x"), "<p>a [End] {He \"dies\" here} x</p>\n");
  EXPECT_EQ(veils("[](/s \"dies\")"), "<p>{dies}</p>\n");
  EXPECT_EQ(veils("[He *dies*](/spoiler) x"), "<p>{He <em>dies</em>} x</p>\n");
  EXPECT_EQ(veils("[He dies](#spoiler)"), "<p>{He dies}</p>\n");
}

// Takes the veils off; what remains is what a reader sees without lifting one.
std::string seen(std::string html) {
  for (auto [start, end] : {std::pair{"<label", "</label>"}, std::pair{"<div class=\"veil\"", "</div></div>"}})
    for (auto at = html.rfind(start); at != std::string::npos; at = html.rfind(start))
      html.erase(at, html.find(end, at) + std::string_view(end).size() - at);
  return html;
}

TEST(Spoiler, no_markup_around_it_lays_it_open) {
  constexpr std::string_view kPieces[] = {"*",
                                          "**",
                                          "_",
                                          "~~",
                                          "[",
                                          "](/x)",
                                          "](https://x.example \"t\")",
                                          "![",
                                          "> ",
                                          "\n",
                                          "\n\n",
                                          "- ",
                                          "1. ",
                                          "# ",
                                          "a ",
                                          "b",
                                          ">!",
                                          "!<",
                                          "::: spoiler\n",
                                          ":::\n",
                                          ">! ",
                                          "> /post/a:\n",
                                          "[[",
                                          "]]",
                                          "  ",
                                          "&gt;",
                                          "!",
                                          ">",
                                          "](#s \"",
                                          "\")",
                                          "|",
                                          "---\n",
                                          "www.x.example/",
                                          ">!SECRET!<",
                                          ">!SECRET!<",
                                          ">! SECRET !<",
                                          ">![Heat (1995)] SECRET!<",
                                          ">![Psycho (1960)]",
                                          ">! [ending] SECRET !<",
                                          "Spoilers: ending\n",
                                          "::: spoiler Heat (1995)\n"};
  std::mt19937 random(1);
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    for (auto count = 3 + random() % 20; count > 0; --count) text += kPieces[random() % std::size(kPieces)];
    if (text.find("~~~") != std::string::npos) continue;  // a fence: what stands in code is shown
    ASSERT_EQ(plain_text(text).find("SECRET"), std::string::npos) << text;
    ASSERT_EQ(excerpt(disclosed(text), 100).find("SECRET"), std::string::npos) << text;
    const auto quoted = seen(std::string(render(quote_of(text, "a", "Ana")).html.view()));
    ASSERT_EQ(quoted.find("SECRET"), std::string::npos) << text << "\n" << quoted;
    const auto html = seen(std::string(render(text).html.view()));
    ASSERT_EQ(html.find("SECRET"), std::string::npos) << text << "\n" << html;
  }
}

}  // namespace
}  // namespace rialto::text
