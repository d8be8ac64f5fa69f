// The starter shelf by itself: every line can be read, and what it says can be true.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <regex>

#include "base/strings.h"
#include "shelf_file.h"

using namespace rialto;
using shelf_test::Film;

namespace {

const std::vector<Film>& shelf() {
  static const auto films = shelf_test::read_shelf();
  return films;
}

const Film* find(std::string_view title, int year) {
  const auto found = std::ranges::find_if(shelf(), [&](const Film& f) { return f.title == title && f.year == year; });
  return found == shelf().end() ? nullptr : &*found;
}

constexpr std::array kGenres = {
    "Action",  "Adventure",       "Animation", "Biography", "Comedy",   "Crime", "Documentary", "Drama",
    "Family",  "Fantasy",         "Film noir", "History",   "Horror",   "Music", "Musical",     "Mystery",
    "Romance", "Science fiction", "Silent",    "Sport",     "Thriller", "War",   "Western",
};

constexpr std::array kDepartments = {"direction", "writing", "photography", "music", "editing", "production", "cast"};

bool is_matched(const std::string& text, const char* pattern) {
  return std::regex_match(text, std::regex(pattern));
}

}  // namespace

TEST(Shelf, HoldsFilmsThatPeopleTalkAbout) {
  EXPECT_GE(shelf().size(), 250u);
}

TEST(Shelf, IsSortedByTitleThenYear) {
  EXPECT_TRUE(std::ranges::is_sorted(shelf(), {}, [](const Film& f) { return std::pair(f.title, f.year); }));
}

TEST(Shelf, NoTwoFilmsShareTitleAndYearOrAnId) {
  std::set<std::string> labels, imdb, wikidata;
  for (const auto& film : shelf()) {
    EXPECT_TRUE(labels.insert(film.label()).second) << film.label();
    EXPECT_TRUE(imdb.insert(film.imdb).second) << film.label() << " " << film.imdb;
    if (!film.wikidata.empty()) {
      EXPECT_TRUE(wikidata.insert(film.wikidata).second) << film.label();
    }
  }
}

TEST(Shelf, EveryFilmHasItsFields) {
  for (const auto& film : shelf()) {
    SCOPED_TRACE(film.label());
    EXPECT_FALSE(film.title.empty());
    EXPECT_TRUE(film.year >= 1888 && film.year <= 2026);
    EXPECT_TRUE(film.minutes >= 1 && film.minutes <= 1000);
    EXPECT_TRUE(is_matched(film.imdb, "tt[0-9]{7,8}"));
    EXPECT_TRUE(film.wikidata.empty() || is_matched(film.wikidata, "Q[1-9][0-9]*"));
    EXPECT_TRUE(is_matched(film.language, "[a-z]{2,3}"));
    EXPECT_FALSE(film.countries.empty());
    for (const auto& country : film.countries) EXPECT_TRUE(is_matched(country, "[A-Z]{2}")) << country;
    EXPECT_FALSE(film.genres.empty());
    for (const auto& genre : film.genres) EXPECT_TRUE(std::ranges::count(kGenres, genre)) << genre;
  }
}

TEST(Shelf, TitlesReadAsPeopleSayThem) {
  for (const auto& film : shelf()) {
    SCOPED_TRACE(film.label());
    EXPECT_FALSE(is_matched(film.title, ".*, (The|A|An|Le|La|Les|Der|Die|Das|El|Il)")) << "the article stands last";
    EXPECT_NE(film.original_title, film.title);
    for (std::size_t n = 0; n < film.titles.size(); ++n) {
      EXPECT_EQ(film.titles[n], trimmed(film.titles[n]));
      EXPECT_NE(film.titles[n], film.title);
      EXPECT_TRUE(is_matched(film.title_languages[n], "[a-z]{2,3}(-[A-Z]{2}|-Latn)?")) << film.title_languages[n];
    }
  }
}

TEST(Shelf, EveryFilmHasOneSentenceOfOurs) {
  std::set<std::string> lines;
  for (const auto& film : shelf()) {
    SCOPED_TRACE(film.label());
    EXPECT_TRUE(lines.insert(film.line).second) << "said twice";
    EXPECT_GE(code_points(film.line), 40u);
    EXPECT_LE(code_points(film.line), 140u);
    EXPECT_TRUE(is_matched(film.line, ".*[.?!]"));
    EXPECT_EQ(film.line.find_first_of("\"'\t"), film.line.npos) << "typewriter quotes";
  }
}

TEST(Shelf, CreditsNameADepartmentAndTheCastIsInOrder) {
  for (const auto& film : shelf()) {
    SCOPED_TRACE(film.label());
    EXPECT_FALSE(film.names("direction").empty());
    int order = 0;
    for (const auto& credit : film.credits) {
      SCOPED_TRACE(credit.name);
      EXPECT_FALSE(credit.name.empty());
      EXPECT_TRUE(std::ranges::count(kDepartments, credit.department)) << credit.department;
      EXPECT_TRUE(credit.imdb.empty() || is_matched(credit.imdb, "nm[0-9]{7,8}"));
      EXPECT_FALSE(is_matched(credit.character, "(Self|self|Himself/Herself).*|.*\\((voice|uncredited)\\)"));
      if (credit.department == "cast") {
        EXPECT_EQ(credit.order, ++order);
      } else {
        EXPECT_FALSE(credit.job.empty());
      }
    }
  }
}

TEST(Shelf, NineFictionFilmsInTenNamePhotographyMusicAndCast) {
  for (const char* department : {"direction", "writing", "photography", "music", "cast"}) {
    const auto fiction = std::ranges::count_if(shelf(), [](const Film& f) { return !f.is_documentary(); });
    const auto told = std::ranges::count_if(
        shelf(), [&](const Film& f) { return !f.is_documentary() && !f.names(department).empty(); });
    EXPECT_GE(told * 10, fiction * 9) << department << ": " << told << " of " << fiction;
  }
}

TEST(Shelf, TheFilmsThatTheFirstTwoDocumentsNameAreThere) {
  const std::vector<std::pair<const char*, int>> named = {
      {"Heat", 1995},          {"Memento", 2000},        {"The Fountain", 2006},
      {"Manhunter", 1986},     {"Collateral", 2004},     {"The Last of the Mohicans", 1992},
      {"L.A. Story", 1991},    {"Sicario", 2015},        {"The Godfather Part II", 1974},
      {"L.A. Takedown", 1989}, {"Public Enemies", 2009}, {"The Dark Knight", 2008},
  };
  for (const auto& [title, year] : named) EXPECT_TRUE(find(title, year)) << title;
}

TEST(Shelf, FilmsThatShareATitleAreTold) {
  for (const int year : {1972, 1986, 1995}) EXPECT_TRUE(find("Heat", year)) << year;
  for (const int year : {1972, 2002}) EXPECT_TRUE(find("Solaris", year)) << year;
}

TEST(Shelf, HeatNamesItsCastAndItsMusicians) {
  const auto* heat = find("Heat", 1995);
  ASSERT_TRUE(heat);
  for (const char* character : {"Vincent Hanna", "Neil McCauley", "Chris Shiherlis", "Michael Cheritto", "Eady",
                                "Trejo", "Justine Hanna", "Charlene Shiherlis", "Nate", "Waingro", "Roger Van Zant"}) {
    EXPECT_TRUE(std::ranges::count(heat->credits, character, &shelf_test::Credit::character)) << character;
  }
  const auto music = heat->names("music");
  for (const char* name : {"Elliot Goldenthal", "Kronos Quartet", "Moby", "Brian Eno"}) {
    EXPECT_TRUE(std::ranges::count(music, name)) << name;
  }
}
