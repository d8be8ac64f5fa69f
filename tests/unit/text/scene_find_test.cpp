#include "text/scene_find.h"

#include <gtest/gtest.h>

namespace rialto::text {
namespace {

// Two scenes of Heat: 0 the coffee shop, 1 the one at the end.
SceneFinder scenes_of_heat() {
  SceneFinder finder;
  finder.add(scene_phrases("The coffee shop", {"diner scene", "Kate Mantilini", "winkie's"}, IsEnding::No), 0);
  finder.add(scene_phrases("The runway", {"airport scene"}, IsEnding::Yes), 1);
  return finder;
}

std::vector<std::string> found_in(std::string_view text) {
  std::vector<std::string> found;
  for (const auto& [place, scene] : scenes_of_heat().find(text))
    found.push_back(std::to_string(scene) + " " + std::string(text.substr(place.begin, place.end - place.begin)));
  return found;
}

using Found = std::vector<std::string>;

TEST(SceneFinder, finds_a_scene_by_its_names_as_people_write_them) {
  EXPECT_EQ(found_in("I love the coffee shop scene."), Found{"0 coffee shop scene"});
  EXPECT_EQ(found_in("THE COFFEE SHOP SCENE, the diner scene"), (Found{"0 COFFEE SHOP SCENE", "0 diner scene"}));
  EXPECT_EQ(found_in("the “coffee shop” scene, the *coffee\nshop* sequence, the coffee-shop scene"),
            (Found{"0 coffee shop” scene", "0 coffee\nshop* sequence", "0 coffee-shop scene"}));
  EXPECT_EQ(found_in("At Kate Mantilini they talk."), Found{"0 Kate Mantilini"});
  EXPECT_EQ(found_in("Winkie’s scene"), Found{"0 Winkie’s scene"});
}

TEST(SceneFinder, finds_the_ending_where_a_scene_stands_there) {
  EXPECT_EQ(found_in("The ending, and the final scene at the runway."), (Found{"1 The ending", "1 the final scene"}));
  SceneFinder other;
  other.add(scene_phrases("The coffee shop", {}, IsEnding::No), 0);
  EXPECT_TRUE(other.find("the ending").empty());
}

TEST(SceneFinder, takes_no_common_words_for_a_scene) {
  for (const auto words : {"a coffee shop", "the runway", "coffee. Shop scene", "coffee shop scenery", "the  ending", "the\n\nending", "diner, scene", ""})
    EXPECT_EQ(found_in(words), words == std::string_view("the  ending") ? Found{"1 the  ending"} : Found{}) << words;
  EXPECT_TRUE(SceneFinder().find("the coffee shop scene").empty());
}

TEST(SceneFinder, takes_the_longest_name_where_several_begin) {
  SceneFinder finder;
  finder.add({"bank robbery"}, 0);
  finder.add({"bank robbery shootout"}, 1);
  const auto found = finder.find("the bank robbery shootout");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().scene, 1u);
}

TEST(SceneFinder, takes_any_bytes) {
  const std::string bytes = "\xE2\x80 coffee \xff shop scene \xE2\x80\x99 diner\xE2\x80\x90scene \xC3";
  for (const auto& [place, scene] : scenes_of_heat().find(bytes)) EXPECT_LE(place.end, bytes.size());
}

}  // namespace
}  // namespace rialto::text
