#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/contrast.h"
#include "card/draw.h"

namespace rialto::card {
namespace {

const char* const kTitles[] = {
    "M",
    "Heat",
    "2001: A Space Odyssey",
    "The Lord of the Rings: The Fellowship of the Ring",
    "Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb",
    "Jeanne Dielman, 23, quai du Commerce, 1080 Bruxelles",
    "Nausicaä of the Valley of the Wind",
    "ÄÖÜÅÉÊÈÇÑŠŽÝŐŰ Ăţș Ģģ Ťť",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "Иваново детство",
    "Ελληνικά Αγγελόπουλος",
    "千と千尋の神隠し",
    "八犬伝",
    "아가씨",
    "عائشة والمدينة القديمة",
    "שבעה חטאים ומלאך",
    "पथेर पांचाली",
    "ขวัญเรียม",
    "a & b <c> \"d\" 'e'",
    "?!? !!!",
    "     ",
    "",
    "\xF0\x9F\x8E\xAC film \xF0\x9F\x8E\xAC",
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen "
    "twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six twenty-seven twenty-eight",
};

Facts facts(std::string_view title, int year = 1972, std::string_view director = "Jean-Pierre Dardenne") {
  return {.title = title, .year = year, .director = director, .genres = {"Drama"}, .countries = {"FR"}};
}

Family family(int number) {
  return static_cast<Family>(number);
}

// Along this axis, do the marks lie apart?
bool apart_along(Point axis, const TextMark& one, const TextMark& other) {
  const auto reach = [&](const TextMark& mark) {
    double low = 1e9, high = -1e9;
    for (const auto& corner : mark.corners) {
      const double at = corner.x * axis.x + corner.y * axis.y;
      low = std::min(low, at), high = std::max(high, at);
    }
    return std::pair(low, high);
  };
  const auto [low, high] = reach(one);
  const auto [other_low, other_high] = reach(other);
  return high <= other_low + 0.01 || other_high <= low + 0.01;
}

// Two rectangles that are turned lie apart if they do along a side of one of them.
bool apart(const TextMark& one, const TextMark& other) {
  for (const auto* mark : {&one, &other})
    for (int side : {0, 1}) {
      const auto &from = mark->corners[side], &to = mark->corners[side + 1];
      const double x = to.x - from.x, y = to.y - from.y, length = std::hypot(x, y);
      if (length > 0 && apart_along({x / length, y / length}, one, other)) return true;
    }
  return false;
}

// Each family with each title and some years, so that its palettes and figures come by.
template <class See>
void see_all(const See& see) {
  for (int i = 0; i < kFamilies; ++i)
    for (const char* title : kTitles)
      for (const int year : {1931, 1958, 1972, 1988, 2011}) {
        SCOPED_TRACE(std::string(name_of(family(i))) + ": " + title + " " + std::to_string(year));
        see(draw_as(family(i), facts(title, year)));
      }
}

TEST(Cards, TheSameFilmHasTheSameCardAndOthersHaveOthers) {
  EXPECT_EQ(draw(facts("Heat", 1995)), draw(facts("Heat", 1995)));
  EXPECT_NE(draw(facts("Heat", 1995)), draw(facts("Heat", 1986)));
  EXPECT_NE(draw(facts("Heat", 1995)), draw(facts("Thief", 1995)));
}

TEST(Cards, TheVersionChangesWithEachFact) {
  std::set<std::string> versions = {version_of(facts("Heat")), version_of(facts("Heat", 1995)),
                                    version_of(facts("Heat", 1972, "Nobody"))};
  auto other = facts("Heat");
  other.genres = {"Crime"};
  versions.insert(version_of(other));
  other.countries = {"US"};
  versions.insert(version_of(other));
  EXPECT_EQ(versions.size(), 5u);
  EXPECT_EQ(version_of(facts("Heat")), version_of(facts("Heat")));
}

TEST(Cards, AllWordsStandOnTheCard) {
  see_all([](const Drawing& card) {
    for (const auto& mark : card.marks)
      for (const auto& corner : mark.corners) {
        EXPECT_GE(corner.x, 4);
        EXPECT_LE(corner.x, kWide - 4);
        EXPECT_GE(corner.y, 4);
        EXPECT_LE(corner.y, kHigh - 4);
      }
  });
}

TEST(Cards, TitleDirectorAndYearEachStandOnTheCardOfEachFamily) {
  for (int i = 0; i < kFamilies; ++i) {
    SCOPED_TRACE(name_of(family(i)));
    const auto words_on = [&](const Facts& shown) { return draw_as(family(i), shown).marks.size(); };
    const auto all = words_on(facts("Stalker"));
    EXPECT_LT(words_on(facts("")), all) << "the title stands on it";
    EXPECT_LT(words_on(facts("Stalker", 0)), all) << "the year stands on it";
    EXPECT_LT(words_on(facts("Stalker", 1972, "")), all) << "the director stands on it";
  }
}

TEST(Cards, NoWordsLieOnOthers) {
  see_all([](const Drawing& card) {
    for (std::size_t i = 0; i < card.marks.size(); ++i)
      for (std::size_t j = i + 1; j < card.marks.size(); ++j)
        EXPECT_TRUE(apart(card.marks[i], card.marks[j])) << i << " and " << j;
  });
}

TEST(Cards, AllWordsCanBeReadOnTheirGround) {
  see_all([](const Drawing& card) {
    for (const auto& mark : card.marks)
      EXPECT_GE(contrast_of(mark.ink, mark.ground), mark.size >= 24 ? 3 : 4.5) << mark.ink << " on " << mark.ground;
  });
}

TEST(Cards, DirectorAndYearAreNeverTiny) {
  for (int i = 0; i < kFamilies; ++i) {
    SCOPED_TRACE(name_of(family(i)));
    const auto card = draw_as(family(i), facts("Stalker"));
    for (const auto& mark : card.marks) EXPECT_GE(mark.size, 9.5);
  }
}

TEST(Cards, AreTextAndShapesAndNothingElse) {
  see_all([](const Drawing& card) {
    for (const char* never : {"<script", "href", "<image", "<style", "foreignObject", "javascript:", "<c>"})
      EXPECT_EQ(card.svg.find(never), std::string::npos) << never;
    EXPECT_LT(card.svg.size(), 64'000u);  // 110 letters at most, of up to 500 bytes
  });
}

TEST(Cards, SayTheirFactsToAScreenReader) {
  EXPECT_EQ(spoken(facts("Heat", 1995, "Michael Mann")), "Heat (1995), Michael Mann");
  EXPECT_EQ(spoken(facts("Heat", 0, "")), "Heat");
  EXPECT_NE(draw(facts("a & b <c>")).find("<title>a &amp; b &lt;c&gt; (1972)"), std::string::npos);
}

TEST(Cards, FollowTheirTime) {
  const auto family_at = [](int year, const char* genre, const char* country) {
    return family_of({.title = "Night", .year = year, .director = "", .genres = {genre}, .countries = {country}});
  };
  for (const int year : {1985, 1990, 2020}) {
    EXPECT_NE(family_at(year, "Drama", "SU"), Family::Constructivist);
    EXPECT_NE(family_at(year, "Crime", "US"), Family::Blinds);
  }
  for (int year = 1900; year < 2030; ++year) {
    EXPECT_NE(family_at(year, "Drama", "FR"), Family::Woodblock) << year;
    EXPECT_NE(family_at(year, "Drama", "FR"), Family::PictureBook) << year;
  }
}

TEST(Cards, AllFamiliesCome) {
  std::set<Family> seen;
  const char* const genres[] = {"Drama",  "Crime",   "Documentary",     "Animation",
                                "Horror", "Western", "Science fiction", "Comedy"};
  const char* const countries[] = {"US", "SU", "DE", "FR", "JP", "PL", "GB"};
  for (int year = 1900; year < 2030; ++year)
    for (const auto* genre : genres)
      for (const auto* country : countries)
        seen.insert(family_of(
            {.title = "Night and day", .year = year, .director = "", .genres = {genre}, .countries = {country}}));
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(kFamilies));
}

}  // namespace
}  // namespace rialto::card
