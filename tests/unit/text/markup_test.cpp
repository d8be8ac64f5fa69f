#include "text/markup.h"

#include <gtest/gtest.h>

#include "base/strings.h"

namespace rialto::text {
namespace {

std::string html(std::string_view markdown, const RenderOptions& options = {}) {
  return std::string(render(markdown, options).html.view());
}

TEST(Markup, emphasis_code_and_deletion_are_rendered) {
  EXPECT_EQ(html("*a* **b** ~~c~~ `d<e`"), "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d&lt;e</code></p>\n");
}

TEST(Markup, a_line_break_of_the_author_is_one) { EXPECT_EQ(html("one\r\ntwo"), "<p>one<br>\ntwo</p>\n"); }

TEST(Markup, raw_html_is_shown_as_text) {
  EXPECT_EQ(html("<script>alert(1)</script>"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
  EXPECT_EQ(html("a <b onclick=x>b</b>"), "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n");
}

TEST(Markup, headings_go_below_those_of_the_page) {
  EXPECT_EQ(html("# One\n\n##### Five"), "<h3>One</h3>\n<h6>Five</h6>\n");
  EXPECT_EQ(html("# One", {.first_heading = 2}), "<h2>One</h2>\n");
}

TEST(Markup, foreign_links_are_marked_and_own_ones_are_not) {
  EXPECT_EQ(html("[a](https://example.org/?x=1&y=2)"),
            "<p><a href=\"https://example.org/?x=1&amp;y=2\" rel=\"nofollow ugc noopener\">a</a></p>\n");
  EXPECT_EQ(html("[a](/film/heat-1995)"), "<p><a href=\"/film/heat-1995\">a</a></p>\n");
  EXPECT_NE(html("[a](//example.org)").find("nofollow"), std::string::npos);
}

TEST(Markup, bare_addresses_become_links) {
  EXPECT_EQ(html("see https://example.org/a."),
            "<p>see <a href=\"https://example.org/a\" rel=\"nofollow ugc noopener\">https://example.org/a</a>.</p>\n");
  EXPECT_NE(html("www.example.org").find("href=\"http://www.example.org\""), std::string::npos);
}

TEST(Markup, script_addresses_leave_only_their_words) {
  for (auto text : {"[a](javascript:alert(1))", "[a](JAVASCRIPT:x)", "[a](java&#10;script:x)", "[a](&#106;avascript:x)",
                    "[a](data:text/html;x)", "![a](javascript:x)", "[a](<\tjavascript:x>)"})
    EXPECT_EQ(html(text), "<p>a</p>\n") << text;
  EXPECT_EQ(html("<javascript:alert(1)>"), "<p>javascript:alert(1)</p>\n");
}

TEST(Markup, a_picture_becomes_a_link_with_its_words) {
  EXPECT_EQ(html("![The *diner*](https://example.org/d.jpg)"),
            "<p><a href=\"https://example.org/d.jpg\" rel=\"nofollow ugc noopener\">The <em>diner</em></a></p>\n");
}

TEST(Markup, links_never_stand_within_links) {
  EXPECT_EQ(html("[![a](https://x.example/i)](/b)"), "<p><a href=\"/b\">a</a></p>\n");
  EXPECT_EQ(html("![a [b](/c)](/d)"), "<p><a href=\"/d\">a b</a></p>\n");
}

TEST(Markup, a_reference_definition_is_only_text) {
  EXPECT_EQ(html("[a]: /evil\n\n[a]"), "<p>[a]: /evil</p>\n<p>[a]</p>\n");
  EXPECT_EQ(html("> [a]: /evil\n> [a]"), "<blockquote>\n<p>[a]: /evil<br>\n[a]</p>\n</blockquote>\n");
}

TEST(Markup, a_table_is_only_text) { EXPECT_EQ(html("a|b\n-|-\n1|2").find("<table"), std::string::npos); }

TEST(Markup, lists_and_rules_and_fences_are_rendered) {
  EXPECT_EQ(html("- a\n- b"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
  EXPECT_EQ(html("3. a\n4. b"), "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
  EXPECT_EQ(html("a\n\n***\n\n```cpp\nx < y\n>! z !<\n```"),
            "<p>a</p>\n<hr>\n<pre><code>x &lt; y\n&gt;! z !&lt;\n</code></pre>\n");
}

TEST(Markup, control_characters_and_broken_bytes_are_replaced) {
  EXPECT_EQ(html(std::string_view("a\0b\x01{c}\x02\x7f", 9)), "<p>a\uFFFDb\uFFFD{c}\uFFFD\uFFFD</p>\n");
  EXPECT_EQ(html("a\xFF\xC3"), "<p>a\uFFFD\uFFFD</p>\n");
  EXPECT_EQ(html("a&#1;&#0;&#xD800;b"), "<p>a\uFFFD\uFFFD\uFFFDb</p>\n");
}

TEST(Markup, character_references_are_read) {
  EXPECT_EQ(html("Am&eacute;lie &amp; &lt;b&gt; &mdash; &#8230; &unknown;"),
            "<p>Amélie &amp; &lt;b&gt; — … &amp;unknown;</p>\n");
}

TEST(Markup, a_long_text_is_cut_and_says_so) {
  const auto rendered = render("**" + std::string(100, 'a') + "**", {.input_limit = 50});
  EXPECT_TRUE(rendered.truncated);
  EXPECT_FALSE(render("short").truncated);
}

TEST(Markup, too_much_output_is_cut_and_still_closed) {
  std::string text = "> - **bold ";
  for (int i = 0; i < 1000; ++i) text += ">!a!<";
  const auto rendered = render(text + "**", {.output_limit = 5000});
  EXPECT_TRUE(rendered.truncated);
  EXPECT_LT(rendered.html.view().size(), 6000U);
  EXPECT_TRUE(rendered.html.view().ends_with("</blockquote>\n"));
}

TEST(Markup, output_cut_within_quotations_is_closed_in_order) {
  EXPECT_EQ(html("> passage\n> > deep\n> lazy", {.output_limit = 20}), "<blockquote>\n<p>passage</p>\n</blockquote>\n");
}

TEST(Markup, deletions_that_cross_code_are_closed_in_their_paragraph) {
  const auto crossed = html("~`d~~ c~` [e](f *~~c~~ `d`\n- h");
  EXPECT_NE(crossed.find("</p>\n<ul>\n<li>h</li>"), std::string::npos) << crossed;
}

TEST(Markup, a_known_member_becomes_a_link) {
  const RenderOptions options{.knows_member = [](std::string_view name) { return name == "ana" || name == "jörg_2"; }};
  EXPECT_EQ(html("@ana. @jörg_2, @bob x@ana.org", options),
            "<p><a class=\"member\" href=\"/member/ana\">@ana</a>. <a class=\"member\" "
            "href=\"/member/j%C3%B6rg_2\">@jörg_2</a>, @bob x@ana.org</p>\n");
  EXPECT_EQ(html("[@ana](/b)", options), "<p><a href=\"/b\">@ana</a></p>\n");
  EXPECT_EQ(html("`@ana`", options), "<p><code>@ana</code></p>\n");
}

TEST(Markup, a_known_film_becomes_a_link_and_an_unknown_one_stays) {
  const RenderOptions options{.find_film = [](std::string_view name) -> std::optional<FilmLink> {
    if (name == "Heat (1995)") return FilmLink{"/film/heat-1995", "Heat \"1995\""};
    return std::nullopt;
  }};
  EXPECT_EQ(html("[[Heat (1995)]] [[Heat (1995)|it]] [[Nothing]]", options),
            "<p><a class=\"film\" href=\"/film/heat-1995\" title=\"Heat &quot;1995&quot;\">Heat (1995)</a> "
            "<a class=\"film\" href=\"/film/heat-1995\" title=\"Heat &quot;1995&quot;\">it</a> [[Nothing]]</p>\n");
}

TEST(Markup, references_are_found_before_rendering) {
  const auto found = references_of("> [Ana](/post/3v9k):\n> words\n\n@bob. and [[Heat (1995)]], [[Heat (1995)]]");
  EXPECT_EQ(found.posts, std::vector<std::string>{"3v9k"});
  EXPECT_EQ(found.members, (std::vector<std::string>{"bob.", "bob"}));
  EXPECT_EQ(found.films, std::vector<std::string>{"Heat (1995)"});
}

}  // namespace
}  // namespace rialto::text
