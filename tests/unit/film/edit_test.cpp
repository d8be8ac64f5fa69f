#include "film/edit.h"

#include "film/film_list.h"
#include "film/find.h"
#include "film_fixture.h"

using namespace rialto;
using namespace rialto::film;

class Editing : public Catalogue {
 protected:
  void SetUp() override {
    store_some();
    db_.write([](Tx& tx) {
      tx.connection().script(
          "INSERT INTO member (id, kind, name, name_fold, skeleton, created) VALUES (7, 1, 'Ana', 'ana', 'ana', 1)");
    });
  }

  FilmFacts facts(FilmId id) {
    return read([&](Tx& tx) { return read_facts(tx, id); });
  }
  template <class Change>
  Edited edit(FilmId id, Change change) {
    FilmEdit now{.facts = facts(id), .summary = "better"};
    const auto was = now.facts;
    change(now.facts);
    return db_.write([&](Tx& tx) { return edit_film(tx, id, now, was, kAna, kThen); });
  }
  Edited add(const FilmFacts& what) {
    return db_.write([&](Tx& tx) { return add_film(tx, make_id<FilmId>(), {.facts = what}, kAna, kThen); });
  }
  std::vector<film::Change> history(FilmId id) {
    return read([&](Tx& tx) { return film_history(tx, id, Language::English); });
  }
  auto undo(FilmId id, ChangeId change) {
    return db_.write([&](Tx& tx) { return undo_change(tx, id, change, kAna, kThen); });
  }

  static constexpr MemberId kAna{7};
};

TEST_P(Editing, AnEditIsKeptWithWhatWasBefore) {
  const auto heat = film("heat-1995").id;
  EXPECT_TRUE(edit(heat, [](FilmFacts& facts) { facts.minutes = 171; }).faults.empty());
  const auto changes = history(heat);
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(changes[0].member_name, "Ana");
  ASSERT_EQ(changes[0].fields.size(), 1u);
  EXPECT_EQ(changes[0].fields[0].before, "170 minutes");
  EXPECT_EQ(changes[0].fields[0].after, "171 minutes");
}

TEST_P(Editing, AnEditThatChangesNothingLeavesNoTrace) {
  const auto heat = film("heat-1995").id;
  EXPECT_TRUE(edit(heat, [](FilmFacts&) {}).nothing_changed);
  EXPECT_TRUE(history(heat).empty());
}

TEST_P(Editing, AChangedTitleMovesTheFilmAndItsOldAddressLeadsOn) {
  const auto heat = film("heat-1986").id;
  EXPECT_EQ(edit(heat, [](FilmFacts& facts) { facts.title = "Heat Wave"; }).slug, "heat-wave-1986");
  EXPECT_EQ(film("heat-1986").slug, "heat-wave-1986");
  EXPECT_EQ(read([](Tx& tx) { return find_films(tx, find_query("wave"), 5); }).size(), 1u);
  EXPECT_EQ(edit(heat, [](FilmFacts& facts) { facts.title = "Heat"; }).slug, "heat-1986");
}

TEST_P(Editing, AChangeCanBeTakenBackAndSoCanThat) {
  const auto heat = film("heat-1995").id;
  edit(heat, [](FilmFacts& facts) { facts.minutes = 171; });
  const auto undone = undo(heat, history(heat)[0].id);
  ASSERT_TRUE(std::holds_alternative<ChangeId>(undone));
  EXPECT_EQ(film("heat-1995").minutes, 170);
  EXPECT_TRUE(history(heat)[1].undone);
  ASSERT_TRUE(std::holds_alternative<ChangeId>(undo(heat, std::get<ChangeId>(undone))));
  EXPECT_EQ(film("heat-1995").minutes, 171);
}

TEST_P(Editing, AChangeWithLaterOnesOfTheSameFactsIsNotTakenBack) {
  const auto heat = film("heat-1995").id;
  edit(heat, [](FilmFacts& facts) { facts.minutes = 171; });
  const auto first = history(heat)[0].id;
  edit(heat, [](FilmFacts& facts) { facts.minutes = 172; });
  EXPECT_EQ(std::get<UndoRefused>(undo(heat, first)), UndoRefused::ChangedSince);
  undo(heat, history(heat)[0].id);
  EXPECT_TRUE(std::holds_alternative<ChangeId>(undo(heat, first)));
  EXPECT_EQ(film("heat-1995").minutes, 170);
  EXPECT_EQ(std::get<UndoRefused>(undo(heat, first)), UndoRefused::AlreadyUndone);
  EXPECT_EQ(std::get<UndoRefused>(undo(heat, ChangeId{1})), UndoRefused::NotFound);
}

TEST_P(Editing, CreditsAreEditedWithTheirPeopleKept) {
  const auto heat = film("heat-1995").id;
  edit(heat, [](FilmFacts& facts) { facts.credits.push_back({.name = "Val Kilmer", .character = "Chris Shiherlis"}); });
  auto now = facts(heat);
  ASSERT_EQ(now.credits.size(), 4u);
  EXPECT_EQ(history(heat)[0].fields[0].after, "Val Kilmer as Chris Shiherlis");
  EXPECT_EQ(history(heat)[0].fields[0].before, "");
  undo(heat, history(heat)[0].id);
  EXPECT_EQ(facts(heat).credits.size(), 3u);
}

TEST_P(Editing, AnImportLeavesWhatWasEditedByHand) {
  const auto heat = film("heat-1995").id;
  edit(heat, [](FilmFacts& facts) {
    facts.minutes = 171;
    facts.line.clear();
  });
  EXPECT_EQ(store(kHeat1995).how, StoredFilm::How::Unchanged);
  EXPECT_EQ(film("heat-1995").minutes, 171);
  EXPECT_EQ(film("heat-1995").line, "");
  undo(heat, history(heat)[0].id);
  auto record = record_of(kHeat1995);
  record.facts.minutes = 172;
  EXPECT_EQ(store(record).how, StoredFilm::How::Changed);
  EXPECT_EQ(film("heat-1995").minutes, 172);
}

TEST_P(Editing, MistakesAreToldInSentences) {
  const auto added = add({.title = " ", .year = 1700, .minutes = 0, .refs = {{"imdb", "113277"}}});
  ASSERT_EQ(added.faults.size(), 4u);
  EXPECT_EQ(added.faults[0].sentence.in(Language::English), "A film needs a title.");
  EXPECT_FALSE(added.film);
  const auto taken = add({.title = "Heat again", .refs = {{"imdb", "tt0113277"}}});
  ASSERT_EQ(taken.faults.size(), 1u);
  EXPECT_EQ(taken.faults[0].sentence.in(Language::English), "That IMDb id belongs to Heat (1995). Is this the same film?");
}

TEST_P(Editing, SomebodyElsesChangeOfTheSameFactIsNotOverwritten) {
  const auto heat = film("heat-1995").id;
  FilmEdit mine{.facts = facts(heat)};
  const auto was = mine.facts;
  mine.facts.minutes = 172;
  edit(heat, [](FilmFacts& facts) { facts.minutes = 171; });
  const auto refused = db_.write([&](Tx& tx) { return edit_film(tx, heat, mine, was, kAna, kThen); });
  EXPECT_EQ(refused.faults.size(), 1u);
  mine.facts.minutes = was.minutes;
  mine.facts.line = "Two men, one city.";
  EXPECT_TRUE(db_.write([&](Tx& tx) { return edit_film(tx, heat, mine, was, kAna, kThen); }).faults.empty());
  EXPECT_EQ(film("heat-1995").minutes, 171);
}

TEST_P(Editing, AnAddedFilmCanBeTakenOutAndBroughtBack) {
  const auto added = add({.title = "The Quiet Reel", .year = 2001});
  EXPECT_EQ(added.slug, "the-quiet-reel-2001");
  undo(added.film, history(added.film)[0].id);
  EXPECT_TRUE(film("the-quiet-reel-2001").removed);
  EXPECT_TRUE(read([](Tx& tx) { return find_films(tx, find_query("quiet reel"), 5); }).empty());
  undo(added.film, history(added.film)[0].id);
  EXPECT_FALSE(film("the-quiet-reel-2001").removed);
}

TEST_P(Editing, AFormThatComesTwiceAddsOneFilm) {
  const auto id = make_id<FilmId>();
  const FilmEdit edit{.facts = {.title = "Reel", .year = 2001}};
  const auto send = [&] { return db_.write([&](Tx& tx) { return add_film(tx, id, edit, kAna, kThen); }); };
  EXPECT_EQ(send().slug, "reel-2001");
  EXPECT_EQ(send().slug, "reel-2001");
  EXPECT_EQ(read([](Tx& tx) { return films_titled(tx, "reel"); }).size(), 1u);
}

TEST_P(Editing, WhatAFormWasMadeFromIsKnownAfterLaterChanges) {
  const auto heat = film("heat-1995").id;
  const auto opened = make_id<ChangeId>();
  edit(heat, [](FilmFacts& facts) { facts.minutes = 171; });
  EXPECT_EQ(read([&](Tx& tx) { return facts_at(tx, heat, opened); }).minutes, 170);
}

TEST_P(Editing, AFilmThatMayBeThereAlreadyIsShown) {
  EXPECT_EQ(read([](Tx& tx) { return similar_films(tx, {.title = "heat", .year = 1996}); }).size(), 1u);
}

INSTANTIATE_TEST_SUITE_P(Both, Editing, testing::ValuesIn(engines_here()), engine_name);
