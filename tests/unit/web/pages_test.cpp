// Every page with made-up views. tests/look/write_pages writes them for looking at in a browser.
#include <brotli/encode.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>

#include "look/samples.h"
#include "web/assets.h"
#include "web/pages/plain.html.h"
#include "web/pages/thread.html.h"
#include "web/view/card.h"

namespace rialto::web {
namespace {

int count_of(const std::string& text, const std::string& part) {
  int count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

TEST(Pages, EachHasOnePlaceForTheHoleAndOneHeading) {
  for (const auto& [name, html] : samples::all_pages()) {
    EXPECT_EQ(count_of(html, std::string(view::kHoleMark)), 1) << name;
    EXPECT_EQ(count_of(html, "<h1"), 1) << name;
    EXPECT_EQ(count_of(html, "<main"), 1) << name;
    EXPECT_TRUE(html.starts_with("<!doctype html><html lang=\"en\" dir=\"ltr\">")) << name;
    EXPECT_TRUE(html.ends_with("</html>")) << name;
  }
}

TEST(Pages, ElementsOpenedAreClosed) {
  for (const auto& [name, html] : samples::all_pages()) {
    const auto whole = samples::with_hole(html, samples::moderator());
    for (const std::string tag : {"div", "section", "article", "ul", "ol", "li", "form", "nav", "aside", "span", "a", "p", "table", "details", "body"})
      EXPECT_EQ(count_of(whole, "<" + tag + ">") + count_of(whole, "<" + tag + " "), count_of(whole, "</" + tag + ">")) << name << ": " << tag;
  }
}

TEST(Pages, NoIdStandsTwice) {
  for (const auto& [name, html] : samples::all_pages()) {
    const auto whole = samples::with_hole(html, samples::moderator());
    std::set<std::string> ids;
    for (auto at = whole.find(" id=\""); at != std::string::npos; at = whole.find(" id=\"", at + 5)) {
      const auto id = whole.substr(at + 5, whole.find('"', at + 5) - at - 5);
      EXPECT_TRUE(ids.insert(id).second) << name << ": " << id;
    }
  }
}

TEST(Pages, NothingIsStyledOrScriptedInPlace) {
  for (const auto& [name, html] : samples::all_pages()) {
    EXPECT_EQ(count_of(html, " style="), 0) << name;
    EXPECT_EQ(count_of(html, "<style"), 0) << name;
    EXPECT_EQ(count_of(html, " onclick"), 0) << name;
    EXPECT_EQ(count_of(html, "<script>"), 0) << name;
  }
}

TEST(Pages, TheSharedPartSaysNothingOfTheViewer) {
  const auto pages = samples::all_pages();
  const auto again = samples::all_pages();
  for (std::size_t i = 0; i < pages.size(); ++i) EXPECT_EQ(pages[i].html, again[i].html);
  const auto whole = samples::with_hole(pages[0].html, samples::moderator());
  EXPECT_NE(whole.find("<style>[data-by=\"3x9\"] .own{display:inline}"), std::string::npos);
  EXPECT_NE(whole.find("}</style></head><body class=\"member mod admin\">"), std::string::npos);
}

TEST(Pages, ForeignWordsAreEscapedWhereverTheyStand) {
  view::Trouble page;
  page.frame.title = page.frame.description = page.frame.find = page.heading = page.words = page.kept_text = "</textarea><script>alert('\"')</script>";
  page.links = {{"x", "javascript:alert(1)"}};
  const auto html = pages::trouble(Language::English, page);
  EXPECT_EQ(count_of(html, "<script>alert"), 0);
  EXPECT_EQ(count_of(html, "javascript:"), 0);
  EXPECT_EQ(count_of(html, "&lt;script&gt;"), 8);
}

TEST(Pages, AnOwnRuleIsMadeOnlyFromAShortId) {
  EXPECT_TRUE(StyleRule::own("x\"]{}").empty());
  EXPECT_TRUE(StyleRule::own("").empty());
}

std::size_t brotli_size(const std::string& text) {
  std::size_t size = BrotliEncoderMaxCompressedSize(text.size()) + 64;
  std::string out(size, '\0');
  BrotliEncoderCompress(5, 16, BROTLI_MODE_TEXT, text.size(), reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                        reinterpret_cast<std::uint8_t*>(out.data()));
  return size;
}

TEST(Pages, FiftyPostsAddLittleToTheirWords) {
  view::Thread page;
  page.frame.title = page.title = "A long talk";
  page.reply_action = "/thread/1/reply";
  for (int i = 0; i < 50; ++i) {
    view::Post post;
    post.id = "3v9k" + std::to_string(i * 7919), post.href = "/post/" + post.id, post.by = std::to_string(i % 9 + 100);
    post.author = {"Member" + post.by, "/member/Member" + post.by, false, true};
    post.when = {"3 May 2015", "3 May 2015, 10:" + std::to_string(10 + i), "2015-05-03T10:" + std::to_string(10 + i) + ":00Z"};
    post.depth = i % 8, post.to = "Member101", post.to_href = "#p-3v9k0";
    post.reply_href = post.href + "/reply", post.quote_href = post.href + "/reply?quote=1", post.edit_href = post.href + "/edit";
    post.delete_href = post.href + "/delete", post.report_href = post.href + "/report", post.hide_href = post.href + "/hide";
    page.posts.push_back(post);
  }
  EXPECT_LT(brotli_size(samples::with_hole(pages::thread(Language::English, page), samples::moderator())), 6'000u);
}

TEST(RatingsPicture, TheTallestBarIsFortyHighAndNothingIsDrawnWithoutRatings) {
  const auto ratings = view::ratings_of({0, 0, 0, 0, 0, 0, 0, 1, 4, 2}, "/film/x/reviews", Language::English);
  ASSERT_EQ(ratings.bars.size(), 10u);
  EXPECT_EQ(ratings.bars[8].height, 40);
  EXPECT_EQ(ratings.bars[8].stars, "4½ stars");
  EXPECT_EQ(ratings.bars[8].count, 4);
  EXPECT_EQ(ratings.bars[8].href, "/film/x/reviews?rating=9");
  EXPECT_EQ(ratings.spoken, "7 ratings, 4.6 on average");
  EXPECT_TRUE(view::ratings_of({0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, "", Language::English).bars.empty());
}

}  // namespace
}  // namespace rialto::web
