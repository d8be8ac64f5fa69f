#include "text/place.h"

#include <gtest/gtest.h>

#include "text/spoiler_label.h"

namespace rialto::text {
namespace {

TEST(Place, is_read_as_people_write_it) {
  for (const auto words : {"everything", "The whole film", "alles"}) EXPECT_EQ(place_in(words), Place::everything()) << words;
  for (const auto words : {"ending", "The End", "near the end", "das Ende", "Schluss"}) EXPECT_EQ(place_in(words), Place::ending()) << words;
  for (const auto words : {"minute 83", "83 min", "83 minutes", "1:23", "1h23", "from minute 83 on", "from 1:23 on", "ab Minute 83"})
    EXPECT_EQ(place_in(words), Place::at_minute(83)) << words;
  EXPECT_EQ(place_in("the Coffee Shop scene"), Place::in_scene("Coffee Shop"));
  EXPECT_EQ(place_in("die Bar-Szene"), Place::in_scene("Bar"));
  EXPECT_EQ(place_in("Szene: im Café"), Place::in_scene("im Café"));
}

TEST(Place, other_words_are_none) {
  for (const auto words : {"", "he dies", "83", "minute", "minute -1", "minute 7000", "1:75", "scene", "the scene", "12:345"})
    EXPECT_EQ(place_in(words), std::nullopt) << words;
  EXPECT_EQ(place_in(std::string(500, 'a') + " scene"), std::nullopt);
}

TEST(Place, its_text_form_is_read_again) {
  for (const auto& place : {Place::everything(), Place::ending(), Place::at_minute(0), Place::at_minute(6000), Place::in_scene("coffee shop")})
    EXPECT_EQ(place_in(text_of(place)), place) << text_of(place);
}

TEST(Place, is_known_to_who_has_seen_the_film_up_to_there) {
  EXPECT_TRUE(is_before(Place::at_minute(45), 60));
  EXPECT_TRUE(is_before(Place::at_minute(60), 60));
  EXPECT_FALSE(is_before(Place::at_minute(61), 60));
  EXPECT_FALSE(is_before(Place::ending(), 6000));
  EXPECT_FALSE(is_before(Place::everything(), 6000));
  EXPECT_FALSE(is_before(Place::in_scene("coffee shop"), 6000));
}

TEST(SpoilerLabel, names_a_film_a_place_or_both) {
  EXPECT_EQ(spoiler_label("Heat (1995), ending"), (SpoilerLabel{"Heat (1995)", Place::ending()}));
  EXPECT_EQ(spoiler_label("The Good, the Bad and the Ugly (1966), minute 90"), (SpoilerLabel{"The Good, the Bad and the Ugly (1966)", Place::at_minute(90)}));
  EXPECT_EQ(spoiler_label("Heat (1995)"), (SpoilerLabel{"Heat (1995)", Place::everything()}));
  EXPECT_EQ(spoiler_label("[[Heat]], ending"), (SpoilerLabel{"Heat", Place::ending()}));
  EXPECT_EQ(spoiler_label("The End of Evangelion (1997)"), (SpoilerLabel{"The End of Evangelion (1997)", Place::everything()}));
  EXPECT_EQ(spoiler_label("ending"), (SpoilerLabel{"", Place::ending()}));
  EXPECT_EQ(spoiler_label("Heat (1995), the coffee shop scene"), (SpoilerLabel{"Heat (1995)", Place::in_scene("coffee shop")}));
  EXPECT_EQ(spoiler_label("Heat (1995), the runway"), (SpoilerLabel{"Heat (1995)", Place::in_scene("runway")}));
}

TEST(SpoilerLabel, common_words_are_none) {
  for (const auto words : {"", "Heat", "The end of Heat", "he dies", "Heat, he dies", "Heat (1995), he dies", "Heat (199)"})
    EXPECT_EQ(spoiler_label(words), std::nullopt) << words;
}

TEST(SpoilerLabel, is_read_again_from_its_text_form) {
  for (const auto words : {"Heat (1995), ending", "[[Heat]], minute 60", "scene: coffee shop", "Heat (1995)", "everything"})
    EXPECT_EQ(text_of(*spoiler_label(words)), words);
}

TEST(SpoilerLabel, a_line_marks_a_whole_text_only_if_it_says_nothing_else) {
  EXPECT_EQ(whole_text_label("Spoilers: Heat (1995), ending"), "Heat (1995), ending");
  EXPECT_EQ(whole_text_label("SPOILER:"), "");
  EXPECT_EQ(whole_text_label("Spoilers for [[Heat]]"), "[[Heat]]");
  for (const auto line : {"Spoilers", "Spoiler: he dies", "Spoilers for Heat, he dies", "No spoilers: ending", ""})
    EXPECT_EQ(whole_text_label(line), std::nullopt) << line;
}

}  // namespace
}  // namespace rialto::text
