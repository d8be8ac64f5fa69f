#include "say/language_choice.h"

#include <gtest/gtest.h>

#include <string>

namespace rialto::say {

TEST(Languages, AreNamedByTheirTags) {
  EXPECT_EQ(language_tagged("de"), Language::German);
  EXPECT_EQ(language_tagged("de-AT"), Language::German);
  EXPECT_EQ(language_tagged("EN-gb"), Language::English);
  EXPECT_EQ(language_tagged("deu"), std::nullopt);
  EXPECT_EQ(language_tagged(""), std::nullopt);
}

TEST(Languages, FollowWhatTheBrowserLikesBest) {
  EXPECT_EQ(preferred_language("de-DE,de;q=0.9,en;q=0.8"), Language::German);
  EXPECT_EQ(preferred_language("fr-FR, de;q=0.4, en;q=0.6"), Language::English);
  EXPECT_EQ(preferred_language("en;q=0.2, de;q=0.25"), Language::German);
  EXPECT_EQ(preferred_language("en, de"), Language::English);
  EXPECT_EQ(preferred_language("de;q=0, fr"), Language::English);
}

TEST(Languages, OfNobodyOrOfABrokenWishAreTheFirst) {
  EXPECT_EQ(preferred_language(""), Language::English);
  EXPECT_EQ(preferred_language("*"), Language::English);
  EXPECT_EQ(preferred_language("de;q=zzz"), Language::English);
  EXPECT_EQ(preferred_language(";;;,,,;q=1"), Language::English);
  EXPECT_EQ(preferred_language(std::string(100'000, ',') + "de"), Language::English);
}

TEST(Languages, TellTheirDirection) {
  EXPECT_EQ(direction_of(Language::German), "ltr");
  EXPECT_EQ(tag_of(Language::German), "de");
}

}  // namespace rialto::say
