#include "say/number.h"

#include <gtest/gtest.h>

#include "say/dated.h"
#include "say/doubt.h"
#include "say/rows.h"
#include "say/say.h"

namespace rialto::say {

TEST(Numbers, AreWrittenAsTheLanguageWritesThem) {
  EXPECT_EQ(number(Language::English, 40'791), "40,791");
  EXPECT_EQ(number(Language::German, 40'791), "40.791");
  EXPECT_EQ(number(Language::German, 999), "999");
  EXPECT_EQ(number(Language::English, -1'234), "-1,234");
  EXPECT_EQ(decimal(Language::English, 3.5), "3.5");
  EXPECT_EQ(decimal(Language::German, 3.5), "3,5");
  EXPECT_EQ(decimal(Language::German, 4), "4");
  EXPECT_EQ(decimal(Language::German, 4, Zero::Kept), "4,0");
}

TEST(Numbers, HaveThePluralThatTheLanguageHas) {
  EXPECT_EQ(rows::posts(Language::English, 1), "1 post");
  EXPECT_EQ(rows::posts(Language::English, 0), "0 posts");
  EXPECT_EQ(rows::posts(Language::German, 1), "1 Beitrag");
  EXPECT_EQ(rows::posts(Language::German, 2), "2 Beiträge");
  EXPECT_EQ(rows::posts(Language::German, 1'001), "1.001 Beiträge");
  EXPECT_EQ(dated::days_ago(Language::German, 3), "vor 3 Tagen");
  EXPECT_EQ(doubt::counts(Language::English, 1, 2), "1 waits, 2 were settled.");
}

TEST(Numbers, BeyondThoseThatAreRememberedHaveTheirPluralToo) {
  EXPECT_EQ(plural_of(Language::English, 1), Plural::One);
  EXPECT_EQ(plural_of(Language::English, 1'000'001), Plural::Other);
  EXPECT_EQ(plural_of(Language::German, -1), Plural::One);
}

TEST(Enumerations, JoinTheirLastItemByAWord) {
  EXPECT_EQ(enumeration(Language::English, {"Ana", "Bela", "Carl"}), "Ana, Bela, and Carl");
  EXPECT_EQ(enumeration(Language::German, {"Ana", "Bela", "Carl"}), "Ana, Bela und Carl");
  EXPECT_EQ(enumeration(Language::German, {"Ana"}), "Ana");
  EXPECT_EQ(enumeration(Language::German, {}), "");
}

TEST(Slots, AreHandedOutInTheOrderOfTheText) {
  std::string pieces;
  rows::begun_by(Language::German, [&](auto slot, std::string_view words) {
    pieces += slot == decltype(slot)::who ? "[who]" : std::string(words);
  });
  EXPECT_EQ(pieces, "begonnen von [who]");
}

TEST(Later, SaysATextInTheLanguageOfTheReader) {
  const Later plain = dated::yesterday;
  const Later counted = [](Language language) { return rows::threads(language, 2); };
  EXPECT_EQ(plain.in(Language::German), "gestern");
  EXPECT_EQ(counted.in(Language::German), "2 Gespräche");
  EXPECT_EQ(Later().in(Language::German), "");
}

}  // namespace rialto::say
