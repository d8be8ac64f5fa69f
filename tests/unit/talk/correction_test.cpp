#include "talk/correction.h"

#include <gtest/gtest.h>

#include "film/lexicon_source.h"
#include "support/community.h"
#include "talk/find_names.h"
#include "talk/mention.h"
#include "talk/name_habits.h"
#include "talk/write.h"
#include "text/link.h"

using namespace rialto;
using namespace rialto::talk;

namespace {

class Correcting : public testing::TestWithParam<Engine> {
 protected:
  void SetUp() override {
    db_.write([](Tx& tx) {
      tx.connection().script(
          "INSERT INTO film (id, slug, title, title_fold, sort_fold, year, created, fame) VALUES "
          "(8, 'the-insider-1999', 'The Insider', 'the insider', 'insider', 1999, 0, 900), "
          "(9, 'the-insider-2020', 'The Insider', 'the insider', 'insider', 2020, 0, 10)");
    });
  }

  void find() {
    auto lexicon = text::Lexicon::over(db_.read([](Tx& tx) { return film::whole_lexicon(tx, film::catalogue_state(tx)); }));
    while (find_names(db_, text::Linker({*lexicon}), 100) > 0) {
    }
  }
  PostId say(const std::string& body) {
    const auto post = c_.start(c_.ben, "Films", body).post;
    find();
    return post;
  }
  CorrectedText text(PostId id) {
    const auto post = *db_.read([&](Tx& tx) { return find_post(tx, id); });
    return {.id = id, .body = post.body, .version = post.version, .author = post.author};
  }
  std::variant<Standing, Refusal> correct(const Actor& actor, PostId post, const NamePlace& place, NameTarget target) {
    return db_.write([&](Tx& tx) { return correct_name(tx, actor, text(post), place, target); });
  }
  std::vector<std::string> links(PostId id) {
    std::vector<std::string> addresses;
    for (const auto& link : db_.read([&](Tx& tx) { return names_in(tx, {*find_post(tx, id)})[id]; })) addresses.push_back(link.address);
    return addresses;
  }
  std::vector<Correction> proposed(PostId id) {
    return db_.read([&](Tx& tx) { return corrections_proposed(tx, id); });
  }

  Community c_{GetParam()};
  Db& db_ = c_.db();
  const std::vector<std::string> first_{"/film/the-insider-1999"}, second_{"/film/the-insider-2020"};
};

}  // namespace

TEST_P(Correcting, AnAuthorsWordStandsAtOnceAndOutlastsReadingAgain) {
  const auto post = say("I saw The Insider (1999) at last.");
  ASSERT_EQ(links(post), first_);
  EXPECT_EQ(std::get<Standing>(correct(c_.ben, post, {"The Insider", 0}, FilmId{9})), Standing::Stands);
  EXPECT_EQ(links(post), second_) << "at once";
  db_.write([&](Tx& tx) { names_are_due(tx, post); });
  find();
  EXPECT_EQ(links(post), second_);
}

TEST_P(Correcting, WhatIsNoNameIsNoLinkAnyMoreEvenWhenTheTextIsEdited) {
  const auto post = say("I saw The Insider (1999) at last.");
  correct(c_.ben, post, {"The Insider", 0}, {});
  EXPECT_TRUE(links(post).empty());
  db_.write([&](Tx& tx) { return edit_post(tx, c_.ben, post, "Well. I saw The Insider (1999) at last."); });
  find();
  EXPECT_TRUE(links(post).empty());
}

TEST_P(Correcting, AddsANameThatWasNotFound) {
  const auto post = say("That whistleblower thing, again.");
  ASSERT_TRUE(links(post).empty());
  correct(c_.ben, post, {"whistleblower thing", 0}, FilmId{8});
  EXPECT_EQ(links(post), first_);
  const auto naming = db_.read([](Tx& tx) { return texts_naming(tx, FilmId{8}, 5); });
  ASSERT_EQ(naming.size(), 1u);
  EXPECT_EQ(naming[0].name, "whistleblower thing");
}

TEST_P(Correcting, MeansTheFilmInTheNthPlaceOnly) {
  const auto post = say("The Insider (1999) is not The Insider that I mean, said The Insider (1999).");
  correct(c_.ben, post, {"The Insider", 1}, FilmId{9});
  const auto found = links(post);
  EXPECT_EQ(std::count(found.begin(), found.end(), second_[0]), 1);
  EXPECT_EQ(std::count(found.begin(), found.end(), first_[0]), 2);
}

TEST_P(Correcting, OthersPropose) {
  const auto post = say("I saw The Insider (1999) at last.");
  EXPECT_EQ(std::get<Standing>(correct(c_.cleo, post, {"The Insider", 0}, FilmId{9})), Standing::Proposed);
  EXPECT_EQ(links(post), first_);
  ASSERT_EQ(proposed(post).size(), 1u);
  EXPECT_EQ(proposed(post)[0].target_name, "The Insider (2020)");
  EXPECT_EQ(std::get<Refusal>(correct(c_.cleo, post, {"The Insider", 0}, FilmId{9})), Refusal::Unchanged);
  const auto texts = db_.read([](Tx& tx) { return texts_with_proposals(tx, 10); });
  ASSERT_EQ(texts.size(), 1u);
  EXPECT_EQ(texts[0].text, TextId(post));
}

TEST_P(Correcting, TheAuthorDecidesWhatOthersPropose) {
  const auto post = say("I saw The Insider (1999) at last.");
  correct(c_.cleo, post, {"The Insider", 0}, FilmId{9});
  correct(c_.cleo, post, {"The Insider", 0}, {});
  const auto all = proposed(post);
  ASSERT_EQ(all.size(), 2u);
  const auto settle = [&](const Actor& actor, ChangeId id, Standing as) {
    return db_.write([&](Tx& tx) { return settle_correction(tx, actor, text(post), id, as); });
  };
  EXPECT_EQ(settle(c_.cleo, all[0].id, Standing::Stands), Refusal::NotYours);
  EXPECT_EQ(settle(c_.ben, all[1].id, Standing::TurnedDown), std::nullopt);
  EXPECT_EQ(links(post), first_);
  EXPECT_EQ(settle(c_.ben, all[0].id, Standing::Stands), std::nullopt);
  EXPECT_EQ(links(post), second_);
  EXPECT_EQ(settle(c_.ben, all[0].id, Standing::TurnedDown), Refusal::Unchanged);
  EXPECT_TRUE(proposed(post).empty());
}

TEST_P(Correcting, WordsThatDontStandThereAreRefused) {
  const auto post = say("I saw The Insider (1999) at last.");
  EXPECT_EQ(std::get<Refusal>(correct(c_.ben, post, {"The Outsider", 0}, FilmId{9})), Refusal::NoSuchWords);
  EXPECT_EQ(std::get<Refusal>(correct(c_.ben, post, {"The Insider", 1}, FilmId{9})), Refusal::NoSuchWords);
  EXPECT_EQ(std::get<Refusal>(correct(c_.ben, post, {"", 0}, FilmId{9})), Refusal::NoSuchWords);
  EXPECT_EQ(std::get<Refusal>(correct(c_.ben, post, {"The Insider", -1}, FilmId{9})), Refusal::NoSuchWords);
}

TEST_P(Correcting, WhatMembersSayInSeveralTextsIsHowTheSiteReadsTheseWords) {
  for (const auto* when : {"today", "yesterday", "last week"}) correct(c_.ben, say(std::string("I saw The Insider ") + when + "."), {"The Insider", 0}, FilmId{9});
  EXPECT_EQ(links(say("Have you all seen The Insider?")), second_);
}

INSTANTIATE_TEST_SUITE_P(Both, Correcting, testing::ValuesIn(engines_here()), engine_name);

namespace {

text::Mention insider(double score) {
  return {.begin = 0, .end = 11, .name = "The Insider", .film = FilmId{8}, .score = score};
}

}  // namespace

TEST(NameHabits, MoveHowSureANameIs) {
  NameHabits habits;
  habits.add("the insider", "film", 8, 3);
  habits.add("the outsider", "", 0, 3);
  EXPECT_NEAR(habits.weighed(insider(0.5), "The Insider").score, 0.8, 1e-9);
  EXPECT_NEAR(habits.weighed(insider(0.5), "The Outsider").score, 0.2, 1e-9);
  EXPECT_NEAR(habits.weighed(insider(0.5), "Elsewhere").score, 0.5, 1e-9);
}

TEST(NameHabits, TurnANameIntoAnotherWhereItMostlyIsThat) {
  NameHabits habits;
  habits.add("the insider", "film", 8, 2);
  habits.add("the insider", "person", 4, 5);
  const auto weighed = habits.weighed(insider(0.5), "The Insider");
  EXPECT_EQ(weighed.person, PersonId{4});
  EXPECT_FALSE(weighed.film);
  habits.add("the insider", "", 0, 4);
  EXPECT_EQ(habits.weighed(insider(0.5), "The Insider").film, FilmId{8}) << "no majority";
}
