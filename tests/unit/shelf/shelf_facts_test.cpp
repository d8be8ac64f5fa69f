// The starter shelf against the catalogue beside the project, where that is.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "shelf_file.h"

using namespace rialto;
using shelf_test::Film;
using shelf_test::Known;

namespace {

// Differences that are no mistakes: the film, and why we keep ours.
const std::map<std::string, std::string> kOtherYear = {
    {"tt0060107", "Andrei Rublev was finished and passed in 1966, and shown in 1969"},
};
const std::map<std::string, std::string> kOtherLength = {
    {"tt0017925", "The General: silent, 67 to 79 minutes with the speed of projection"},
    {"tt0019254", "The Passion of Joan of Arc: silent, 82 minutes at 24 frames a second, up to 114 at slower speeds"},
    {"tt0022100", "M: restored to 111 minutes; the other length is the shortened release"},
    {"tt0041959", "The Third Man: the British cut; 93 minutes is the American one"},
    {"tt0046268", "The Wages of Fear: the full cut; 131 minutes is the shortened American release"},
    {"tt0056172", "Lawrence of Arabia: the restored cut with overture and interval music"},
    {"tt0095765",
     "Cinema Paradiso: the international cut, the one that most people know; the first Italian one had 155"},
};
const std::map<std::string, std::string> kOtherName = {
    {"tt0050634", "The Cranes Are Flying: Mikhail Kalatozov was born Mikheil Kalatozishvili"},
};

std::map<std::string, Film> by_id() {
  std::map<std::string, Film> films;
  for (const auto& film : shelf_test::read_shelf()) films.emplace(film.imdb, film);
  return films;
}

bool share_a_director(const Film& film, const Known& known) {
  const auto ours = film.names("direction");
  return std::ranges::any_of(known.directors, [&](const std::string& theirs) {
    return std::ranges::any_of(ours, [&](const std::string& name) { return shelf_test::same_person(name, theirs); });
  });
}

// Read once: unpacking takes longer than comparing.
const std::optional<std::vector<Known>>& known_of(const std::map<std::string, Film>& films) {
  static const auto known = [&] {
    std::set<std::string> ids;
    for (const auto& [id, film] : films) ids.insert(id);
    return shelf_test::read_known(ids);
  }();
  return known;
}

class ShelfFacts : public testing::Test {
 protected:
  void SetUp() override {
    const auto& known = known_of(films_);
    if (!known) GTEST_SKIP() << "skipped: no ../shared/data";
    known_ = *known;
  }
  std::map<std::string, Film> films_ = by_id();
  std::vector<Known> known_;
};

}  // namespace

TEST(ShelfNames, OnePersonIsKnownInEitherOrderAndShortened) {
  EXPECT_TRUE(shelf_test::same_person("Zhang Yimou", "Yimou Zhang"));
  EXPECT_TRUE(shelf_test::same_person("G. W. Pabst", "Georg Wilhelm Pabst"));
  EXPECT_TRUE(shelf_test::same_person("Alejandro González Iñárritu", "Alejandro G. Inarritu"));
  EXPECT_TRUE(shelf_test::same_person("Bong Joon-ho", "Bong Joon Ho"));
  EXPECT_TRUE(shelf_test::same_person("Hirokazu Kore-eda", "Hirokazu Koreeda"));
  EXPECT_FALSE(shelf_test::same_person("Michael Mann", "Michael Curtiz"));
}

TEST_F(ShelfFacts, YearsLengthsAndDirectorsAgreeWithTheCatalogue) {
  int years = 0, lengths = 0, directors = 0;
  for (const auto& known : known_) {
    const auto& film = films_.at(known.imdb);
    SCOPED_TRACE(film.label() + " " + known.imdb);
    years += known.year != 0;
    if (known.year && !kOtherYear.contains(known.imdb)) {
      EXPECT_LE(std::abs(known.year - film.year), 1) << known.year;
    }
    lengths += known.minutes != 0;
    if (known.minutes && !kOtherLength.contains(known.imdb)) {
      EXPECT_LE(std::abs(known.minutes - film.minutes), 8) << film.minutes << " and " << known.minutes;
    }
    directors += !known.directors.empty();
    if (!known.directors.empty() && !kOtherName.contains(known.imdb)) {
      EXPECT_TRUE(share_a_director(film, known));
    }
  }
  // A catalogue that no longer knows the films would agree with anything.
  EXPECT_GE(years * 10, static_cast<int>(films_.size()) * 9);
  EXPECT_GE(lengths * 2, static_cast<int>(films_.size()));
  EXPECT_GE(directors * 2, static_cast<int>(films_.size()));
  RecordProperty("years", years);
  RecordProperty("lengths", lengths);
  RecordProperty("directors", directors);
}

TEST_F(ShelfFacts, EveryListedDifferenceIsStillOne) {
  for (const auto& known : known_) {
    const auto& film = films_.at(known.imdb);
    SCOPED_TRACE(film.label());
    if (kOtherYear.contains(known.imdb)) {
      EXPECT_GT(std::abs(known.year - film.year), 1);
    }
    if (kOtherLength.contains(known.imdb)) {
      EXPECT_GT(std::abs(known.minutes - film.minutes), 8);
    }
    if (kOtherName.contains(known.imdb)) {
      EXPECT_FALSE(share_a_director(film, known));
    }
  }
}
