#include "web/assets.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace rialto::web {
namespace {

TEST(Assets, AreFoundAtThePathThatTheirNameGives) {
  const auto path = asset_path("rialto.css");
  const auto* asset = find_asset(path);
  ASSERT_NE(asset, nullptr);
  EXPECT_EQ(asset->name, "rialto.css");
  EXPECT_EQ(asset->type, "text/css; charset=utf-8");
  EXPECT_TRUE(path.starts_with("/assets/rialto-")) << path;
  EXPECT_EQ(path.size(), std::string("/assets/rialto-0123456789.css").size());
  EXPECT_EQ(find_asset("/assets/rialto.css"), nullptr);
}

TEST(Assets, AnUnknownNameIsABugInAPage) { EXPECT_THROW(asset_path("nothing.css"), std::logic_error); }

TEST(Assets, FontsAreWoff2AndTheRestIsCompressed) {
  int fonts = 0;
  for (const auto& asset : all_assets()) {
    if (asset.type == "font/woff2") {
      EXPECT_EQ(asset.plain.substr(0, 4), "wOF2") << asset.name;
      EXPECT_TRUE(asset.brotli.empty());
      ++fonts;
    } else {
      EXPECT_EQ(asset.gzip.substr(0, 2), "\x1f\x8b") << asset.name;
      EXPECT_FALSE(asset.brotli.empty()) << asset.name;
    }
  }
  EXPECT_GE(fonts, 5);
}

TEST(Assets, TheStylesheetNamesFontsByTheirHash) {
  const auto css = find_asset(asset_path("rialto.css"))->plain;
  EXPECT_EQ(css.find("-latin.woff2"), std::string::npos);
  EXPECT_NE(css.find("url(" + std::string(asset_path("inter-400-latin.woff2").substr(8)) + ")"), std::string::npos);
  EXPECT_EQ(css.find("/*"), std::string::npos);
}

}  // namespace
}  // namespace rialto::web
