#include "web/colours.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/contrast.h"
#include "web/assets.h"

namespace rialto::web {
namespace {

std::vector<Colour> colours(Light light) {
  for (const auto& asset : all_assets())
    if (asset.name == "rialto.css") return colours_of(asset.plain, light);
  return {};
}

std::string read(const std::string& file) {
  std::ifstream in(std::string(RIALTO_SOURCE_DIR) + "/" + file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST(Colours, AreReadFromTheStylesheet) {
  for (const auto light : {Light::Night, Light::Day})
    for (const char* name : {"page", "raise", "line", "text", "soft", "lamp", "dim", "warn", "ink"})
      EXPECT_NE(colour_named(colours(light), name), "") << name;
  EXPECT_NE(colour_named(colours(Light::Night), "page"), colour_named(colours(Light::Day), "page"));
}

TEST(Colours, BlackOnWhiteIsTwentyOneToOne) {
  EXPECT_DOUBLE_EQ(contrast_of("#000000", "#ffffff"), 21);
  EXPECT_DOUBLE_EQ(contrast_of("#123456", "#123456"), 1);
  EXPECT_EQ(spoken_contrast(4.4999), "4.4:1");
}

TEST(Colours, WordsAreReadableOnEveryGroundByNightAndDay) {
  for (const auto light : {Light::Night, Light::Day})
    for (const char* ground : {"page", "raise"})
      for (const char* ink : {"text", "soft", "lamp", "warn"}) {
        const auto all = colours(light);
        EXPECT_GE(contrast_of(colour_named(all, ink), colour_named(all, ground)), 4.5) << ink << " on " << ground;
      }
}

TEST(Colours, LettersOnTheLampAreReadable) {
  for (const auto light : {Light::Night, Light::Day}) {
    const auto all = colours(light);
    EXPECT_GE(contrast_of(colour_named(all, "ink"), colour_named(all, "lamp")), 4.5);
  }
}

// Each row of the document's table names a token with its two colours and how they are read on the page's ground.
TEST(Colours, TheDocumentTellsThemWithTheirContrast) {
  const auto document = read("docs/DESIGN.md");
  const auto night = colours(Light::Night), day = colours(Light::Day);
  for (const auto& [name, value] : night) {
    const auto told = [&](const std::string& colour, const std::vector<Colour>& all) {
      return "`" + colour + "` " + spoken_contrast(contrast_of(colour, colour_named(all, "page")));
    };
    const auto row = "| `--" + name + "` | " + told(value, night) + " | " + told(colour_named(day, name), day) + " |";
    EXPECT_NE(document.find(row), std::string::npos) << row;
  }
}

}  // namespace
}  // namespace rialto::web
