// Every page with made-up views. RIALTO_LOOK=FOLDER also writes them there, with the assets, to look at in a browser.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "unit/web/samples.h"
#include "web/assets.h"
#include "web/pages/plain.html.h"

namespace rialto::web {
namespace {

namespace fs = std::filesystem;

int count_of(const std::string& text, const std::string& part) {
  int count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

void write(const fs::path& file, std::string_view text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

TEST(Pages, EachHasOnePlaceForTheHoleAndOneHeading) {
  for (const auto& [name, html] : samples::all_pages()) {
    EXPECT_EQ(count_of(html, std::string(view::kHoleMark)), 1) << name;
    EXPECT_EQ(count_of(html, "<h1"), 1) << name;
    EXPECT_EQ(count_of(html, "<main"), 1) << name;
    EXPECT_TRUE(html.starts_with("<!doctype html><html lang=\"en\">")) << name;
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
  EXPECT_NE(whole.find("<style>[data-by=\"3x9\"] .own{display:inline}</style></head><body class=\"member mod admin\">"), std::string::npos);
}

TEST(Pages, ForeignWordsAreEscapedWhereverTheyStand) {
  view::Trouble page;
  page.frame.title = page.frame.description = page.frame.find = page.heading = page.words = page.kept_text = "</textarea><script>alert('\"')</script>";
  page.links = {{"x", "javascript:alert(1)"}};
  const auto html = pages::trouble(page);
  EXPECT_EQ(count_of(html, "<script>alert"), 0);
  EXPECT_EQ(count_of(html, "javascript:"), 0);
  EXPECT_EQ(count_of(html, "&lt;script&gt;"), 6);
}

TEST(Pages, AnOwnRuleIsMadeOnlyFromAShortId) {
  EXPECT_TRUE(StyleRule::own("x\"]{}").empty());
  EXPECT_TRUE(StyleRule::own("").empty());
}

TEST(Pages, AreWrittenForLookingAt) {
  const char* folder = std::getenv("RIALTO_LOOK");
  if (folder == nullptr) GTEST_SKIP() << "RIALTO_LOOK names no folder";
  for (const auto& asset : all_assets()) write(folder + std::string(asset.path), asset.plain);
  for (const auto& [name, html] : samples::all_pages())
    for (const std::string light : {"night", "day"}) {
      write(fs::path(folder) / light / (name + ".html"), samples::with_hole(html, samples::moderator(light)));
      write(fs::path(folder) / (light + "-visitor") / (name + ".html"), samples::with_hole(html, samples::visitor(light)));
    }
}

}  // namespace
}  // namespace rialto::web
