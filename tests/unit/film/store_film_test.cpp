#include "film/store_film.h"

#include "film/film.h"
#include "film/person.h"
#include "film_fixture.h"

using namespace rialto;
using namespace rialto::film;
using How = StoredFilm::How;

class Storing : public Catalogue {};

TEST_P(Storing, TheThreeHeatsStayThree) {
  store_some();
  const auto heats = read([](Tx& tx) { return films_titled(tx, "HEAT"); });
  ASSERT_EQ(heats.size(), 3u);
  EXPECT_EQ(heats[0].slug, "heat-1972");
  EXPECT_EQ(heats[1].slug, "heat-1986");
  EXPECT_EQ(heats[2].slug, "heat-1995");
}

TEST_P(Storing, TheSameAgainChangesNothing) {
  EXPECT_EQ(store(kHeat1995).how, How::New);
  EXPECT_EQ(store(kHeat1995).how, How::Unchanged);
  EXPECT_EQ(film("heat-1995").version, 1);
}

TEST_P(Storing, AFilmIsKnownByItsIdInSpiteOfAnotherTitle) {
  const auto heat = store(kHeat1995).film;
  const auto again = store(R"({"title":"Fuego","year":1996,"imdb_id":"tt0113277"})", "other");
  EXPECT_EQ(again.film, heat);
  EXPECT_EQ(film("heat-1995").title, "Heat");  // another import adds names, and corrects nothing
  const auto page = read([&](Tx& tx) { return read_film_page(tx, film("heat-1995")); });
  EXPECT_TRUE(std::any_of(page.titles.begin(), page.titles.end(), [](const auto& name) { return name.title == "Fuego"; }));
}

TEST_P(Storing, AFilmIsKnownByTitleAndYearWhereNothingSpeaksAgainstIt) {
  const auto heat = store(kHeat1995).film;
  EXPECT_EQ(store(R"({"title":"HEAT","year":1995,"directors":["michael mann"],"wikidata":"Q42198"})", "other").film, heat);
  EXPECT_NE(store(R"({"title":"Heat","year":1995,"directors":["Paula Other"]})", "other").film, heat);
  EXPECT_NE(store(R"({"title":"Heat","year":1995,"imdb_id":"tt9999999"})", "third").film, heat);
}

TEST_P(Storing, TwoFilmsOfOneImportAreNeverMadeOne) {
  const auto one = store(R"({"id":1,"title":"Carmen","year":1915})", "merged");
  const auto other = store(R"({"id":2,"title":"Carmen","year":1915})", "merged");
  EXPECT_EQ(other.how, How::New);
  EXPECT_NE(one.film, other.film);
  EXPECT_EQ(store(R"({"id":2,"title":"Carmen","year":1915})", "merged").film, other.film);
  EXPECT_EQ(film("carmen-1915-2").id, other.film);
  EXPECT_EQ(store(R"({"title":"Carmen","year":1915})", "third").how, How::Skipped);  // it may be either
}

TEST_P(Storing, AnotherImportFillsWhatIsEmpty) {
  store(kHeat1986);
  EXPECT_EQ(store(R"({"imdb_id":"tt0093164","title":"Heat","year":1986,"runtime":101,"genres":["Action"],
                      "cast":[{"name":"Burt Reynolds","character":"Nick Escalante"},{"name":"Karen Young"}]})", "other").how,
            How::Changed);
  const auto page = read([&](Tx& tx) { return read_film_page(tx, film("heat-1986")); });
  EXPECT_EQ(page.film.minutes, 101);
  ASSERT_EQ(page.credits.size(), 2u);
  EXPECT_EQ(page.credits[0].character, "Nick Escalante");
  EXPECT_EQ(page.credits[1].person_name, "Karen Young");
}

TEST_P(Storing, TheImportThatMadeAFilmMayCorrectIt) {
  store(kHeat1986);
  store(R"({"title":"Heat Wave","year":1987,"imdb_id":"tt0093164"})");
  EXPECT_EQ(film("heat-wave-1987").title, "Heat Wave");
  EXPECT_EQ(film("heat-1986").slug, "heat-wave-1987");  // the former address leads on
  EXPECT_EQ(store(R"({"title":"Heat","year":1986,"imdb_id":"tt0093164"})").how, How::Changed);
  EXPECT_EQ(film("heat-1986").slug, "heat-1986");
}

TEST_P(Storing, ACreditByNameMeansTheOnlyPersonOfThatName) {
  store(kHeat1995);
  store(R"({"title":"The Insider","year":1999,"directors":["Michael Mann"],"cast":[{"name":"AL PACINO"}]})");
  const auto mann = read([](Tx& tx) { return read_person_page(tx, *person_with_slug(tx, "michael-mann")); });
  ASSERT_EQ(mann.credits.size(), 2u);
  EXPECT_EQ(mann.credits[0].film_title, "The Insider");  // the newest first
  const auto pacino = read([](Tx& tx) { return read_person_page(tx, *person_with_slug(tx, "al-pacino")); });
  EXPECT_EQ(pacino.credits.size(), 2u);
}

TEST_P(Storing, PeopleWithTheSameNameAndDifferentIdsStayTwo) {
  store(R"({"title":"One","year":2001,"cast":[{"name":"Robert Lee","imdb_id":"nm0000001"}]})");
  store(R"({"title":"Two","year":2002,"cast":[{"name":"Robert Lee","imdb_id":"nm0000002"}]})");
  EXPECT_TRUE(read([](Tx& tx) { return person_with_slug(tx, "robert-lee"); }));
  EXPECT_TRUE(read([](Tx& tx) { return person_with_slug(tx, "robert-lee-2"); }));
}

TEST_P(Storing, WhatCanNotBeKeptIsDropped) {
  const auto stored = store(R"j({"title":"  Odd","year":12,"runtime":-3,"imdb_id":"x","genres":["(no genres listed)","Komödie"]})j");
  EXPECT_EQ(stored.how, How::New);
  const auto odd = read([&](Tx& tx) { return *read_film(tx, stored.film); });
  EXPECT_FALSE(odd.year);
  EXPECT_FALSE(odd.minutes);
  EXPECT_EQ(odd.genres, std::vector<std::string>{"Comedy"});
  EXPECT_EQ(store(R"({"title":" ","imdb_id":"tt0000009"})").how, How::Skipped);
}

TEST_P(Storing, APersonRecordFindsThePersonByIdOrUniqueName) {
  store(kHeat1995);
  const auto stored = [&](PersonRecord record, NameIs name) {
    return db_.write([&](Tx& tx) { return store_person(tx, record, name, kThen); });
  };
  using Person = StoredPerson::How;
  EXPECT_EQ(stored({.name = "Al Pacino", .born = "1940-04-25", .refs = {{"imdb", "nm0000199"}}}, NameIs::Unique).how, Person::Changed);
  EXPECT_EQ(stored({.name = "Al Pacino", .born = "1940-04-25", .refs = {{"imdb", "nm0000199"}}}, NameIs::Unique).how, Person::Unchanged);
  EXPECT_EQ(stored({.name = "Robert De Niro", .refs = {{"omdb", "380"}}}, NameIs::Unique).how, Person::Changed);
  EXPECT_EQ(stored({.name = "Michael Mann", .refs = {{"omdb", "638"}}}, NameIs::Shared).how, Person::New);
  EXPECT_EQ(read([](Tx& tx) { return person_with_slug(tx, "al-pacino"); })->born, "1940-04-25");
}

INSTANTIATE_TEST_SUITE_P(Both, Storing, testing::ValuesIn(engines_here()), engine_name);
