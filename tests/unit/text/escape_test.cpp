#include "text/escape.h"

#include <gtest/gtest.h>

#include "text/safe_html.h"

namespace rialto::text {
namespace {

std::string address(std::string_view text) {
  std::string out;
  append_url_attribute(out, text);
  return out;
}

TEST(Escape, words_can_not_act_as_html) {
  EXPECT_EQ(SafeHtml::escaped("<b>\"Heat\" & 'Ronin'</b>").view(), "&lt;b&gt;\"Heat\" &amp; 'Ronin'&lt;/b&gt;");
  EXPECT_TRUE(SafeHtml::escaped("").empty());
}

TEST(Escape, an_attribute_can_not_be_left) {
  std::string out = "=";
  append_attribute(out, "\"><script>'&");
  EXPECT_EQ(out, "=&quot;&gt;&lt;script&gt;&#39;&amp;");
}

TEST(Escape, only_web_mail_and_own_addresses_are_kept) {
  EXPECT_EQ(address("https://example.org/a?b=1&c=2"), "https://example.org/a?b=1&amp;c=2");
  EXPECT_EQ(address("HTTP://example.org/"), "HTTP://example.org/");
  EXPECT_EQ(address("mailto:ana@example.org"), "mailto:ana@example.org");
  EXPECT_EQ(address("/film/heat-1995"), "/film/heat-1995");
  EXPECT_EQ(address("?page=2"), "?page=2");
  EXPECT_EQ(address("#post"), "#post");
  for (auto bad : {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x", "java\nscript:x", "\x01javascript:x",
                   "data:text/html,x", "vbscript:x", "heat.html", "", "http:javascript", "\x1bhttps://a"})
    EXPECT_EQ(address(bad), "#") << bad;
}

TEST(Escape, an_address_can_not_leave_its_quotes) {
  EXPECT_EQ(address("/a b\"onload='x'<>\\"), "/a%20b%22onload=&#39;x&#39;%3C%3E%5C");
}

TEST(Escape, a_query_keeps_only_unreserved_letters) {
  std::string out;
  append_query(out, "Amélie & co/2+2~");
  EXPECT_EQ(out, "Am%C3%A9lie%20%26%20co%2F2%2B2~");
}

}  // namespace
}  // namespace rialto::text
