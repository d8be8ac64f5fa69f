#include "film/find.h"

#include "film/film_list.h"
#include "film/match.h"
#include "film/names.h"
#include "film_fixture.h"

using namespace rialto;
using namespace rialto::film;

class Finding : public Catalogue {
 protected:
  void SetUp() override { store_some(); }

  std::vector<std::string> films(std::string_view typed) {
    std::vector<std::string> slugs;
    for (const auto& found : read([&](Tx& tx) { return find_films(tx, find_query(typed), 10); })) slugs.push_back(found.film.slug);
    return slugs;
  }
  std::vector<std::string> people(std::string_view typed) {
    std::vector<std::string> slugs;
    for (const auto& found : read([&](Tx& tx) { return find_people(tx, find_query(typed), 10); })) slugs.push_back(found.person.slug);
    return slugs;
  }
  std::vector<Candidate> matches(const MatchQuery& query) {
    return read([&](Tx& tx) { return match_film(tx, query); });
  }
  std::vector<std::string> listed(FilmFilter filter, int page) {
    std::vector<std::string> slugs;
    std::string after;
    do {
      const auto list = read([&](Tx& tx) { return list_films(tx, filter, after, page); });
      for (const auto& each : list.films) slugs.push_back(each.slug);
      after = list.next;
    } while (!after.empty());
    return slugs;
  }
};

using Slugs = std::vector<std::string>;

TEST_P(Finding, CaseAndAccentsDoNotMatter) {
  EXPECT_EQ(films("AMELIE"), Slugs{"amelie-2001"});
  EXPECT_EQ(films("amélie poulain"), Slugs{"amelie-2001"});
  EXPECT_EQ(films("солярис"), Slugs{"solaris-1972"});
}

TEST_P(Finding, AYearInTheQueryNarrows) {
  EXPECT_EQ(films("heat").size(), 3u);
  EXPECT_EQ(films("heat 1995"), Slugs{"heat-1995"});
  EXPECT_EQ(films("Heat (1972)"), Slugs{"heat-1972"});
}

TEST_P(Finding, TheLastWordMayBeBegunOnly) {
  EXPECT_EQ(films("fuego con"), Slugs{"heat-1995"});
  EXPECT_EQ(films("fue contra"), Slugs{});
  EXPECT_EQ(people("pac"), Slugs{"al-pacino"});
  EXPECT_EQ(people("de niro"), Slugs{"robert-de-niro"});
}

TEST_P(Finding, NothingIsFoundForNothing) {
  EXPECT_TRUE(films("").empty());
  EXPECT_TRUE(films("   ?!").empty());
  EXPECT_TRUE(people("%").empty());
  EXPECT_TRUE(films("zzzz").empty());
}

TEST_P(Finding, ANumberThatBelongsToTheTitleIsNoYear) {
  store(R"({"title":"Blade Runner 2049","year":2017})");
  EXPECT_EQ(films("blade runner 2049"), Slugs{"blade-runner-2049-2017"});
}

TEST_P(Finding, ListsPageByKeyInEachOrder) {
  EXPECT_EQ(listed({.order = FilmOrder::Title}, 2),
            (Slugs{"amelie-2001", "heat-1995", "heat-1986", "heat-1972", "solaris-1972"}));
  EXPECT_EQ(listed({.order = FilmOrder::Year}, 2),
            (Slugs{"amelie-2001", "heat-1995", "heat-1986", "heat-1972", "solaris-1972"}));
  EXPECT_EQ(listed({.order = FilmOrder::Known}, 1).size(), 5u);
  EXPECT_TRUE(listed({.order = FilmOrder::Talked}, 5).empty());
}

TEST_P(Finding, ListsNarrowByDecadeGenreAndCountry) {
  EXPECT_EQ(listed({.decade = 1970, .order = FilmOrder::Title}, 1), (Slugs{"heat-1972", "solaris-1972"}));
  EXPECT_EQ(listed({.genre = "Comedy", .order = FilmOrder::Title}, 9), (Slugs{"amelie-2001", "heat-1972"}));
  EXPECT_EQ(listed({.country = "SU", .order = FilmOrder::Year}, 9), Slugs{"solaris-1972"});
}

TEST_P(Finding, AMatchByTitleAndYearIsSure) {
  const auto found = matches({.title = "Heat", .year = 1995});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].certainty, Certainty::Sure);
  EXPECT_EQ(found[0].why, "The only film called Heat of 1995.");
}

TEST_P(Finding, AmongSeveralFilmsAPersonDecides) {
  const auto found = matches({.title = "heat", .people = {"Mann", "Neil McCauley"}});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].film.slug, "heat-1995");
  EXPECT_EQ(found[0].certainty, Certainty::Sure);
}

TEST_P(Finding, ATitleAloneThatSeveralHaveIsOnlyPossible) {
  const auto found = matches({.title = "Heat"});
  ASSERT_EQ(found.size(), 3u);
  for (const auto& each : found) EXPECT_EQ(each.certainty, Certainty::Possible);
}

TEST_P(Finding, AnIdIsSureWhateverTheTitle) {
  const auto found = matches({.title = "Something else", .imdb = "tt0069293"});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].film.slug, "solaris-1972");
}

INSTANTIATE_TEST_SUITE_P(Both, Finding, testing::ValuesIn(engines_here()), engine_name);

TEST(Names, AListPassesOverArticles) {
  EXPECT_EQ(sort_fold("The Third Man", "en"), "third man");
  EXPECT_EQ(sort_fold("L'Avventura", "it"), "avventura");
  EXPECT_EQ(sort_fold("A", "en"), "a");
  EXPECT_EQ(sort_fold("...And Justice for All", "en"), "and justice for all");
}

TEST(Names, WordsAreFoldedAndOnce) {
  EXPECT_EQ(words_of("Dr. Strangelove or: How I Learned, how"),
            (std::vector<std::string>{"dr", "strangelove", "or", "how", "i", "learned"}));
  EXPECT_EQ(words_of("Ocean's Eleven"), (std::vector<std::string>{"oceans", "eleven"}));
}
