#include "talk/mention.h"

#include <gtest/gtest.h>

#include "film/lexicon_source.h"
#include "support/community.h"
#include "talk/find_names.h"
#include "talk/moderation.h"
#include "talk/review.h"
#include "text/link.h"
#include "text/sections.h"

using namespace rialto;
using namespace rialto::talk;

namespace {

class NamesInPosts : public testing::TestWithParam<Engine> {
 protected:
  void SetUp() override {
    db_.write([](Tx& tx) {
      for (int n = 0; n < 40; ++n) {
        const auto id = std::to_string(100 + n);
        tx.connection().script("INSERT INTO film (id, slug, title, title_fold, sort_fold, year, created, fame) VALUES (" + id + ", 'dull-" + id + "', 'Dull Days " + id +
                               "', 'dull', 'dull', 1990, 0, 1)");
      }
      tx.connection().script(
          "INSERT INTO film (id, slug, title, title_fold, sort_fold, year, created, fame) VALUES "
          "(8, 'the-insider-1999', 'The Insider', 'the insider', 'insider', 1999, 0, 900), "
          "(9, 'the-long-rain-2020', 'The Long Rain', 'the long rain', 'long rain', 2020, 0, 800)");
    });
  }

  std::size_t find(int most = 100) {
    auto lexicon = text::Lexicon::over(db_.read([](Tx& tx) { return film::whole_lexicon(tx, film::catalogue_state(tx)); }));
    return find_names(db_, text::Linker({*lexicon}), most);
  }
  PostId say(const std::string& body) { return c_.start(c_.ben, "Films", body).post; }
  std::vector<text::NameLink> links(PostId id) {
    return db_.read([&](Tx& tx) {
      const auto post = find_post(tx, id);
      auto all = names_in(tx, {*post});
      return all[id];
    });
  }
  std::vector<NamingText> naming(FilmId film) {
    return db_.read([&](Tx& tx) { return texts_naming(tx, film, 10); });
  }
  void find_again(const film::CatalogueState& catalogue, Time at) {
    db_.write([&](Tx& tx) { read_again(tx, catalogue, at); });
  }
  bool is_again_due(const film::CatalogueState& catalogue, Time at) {
    return db_.read([&](Tx& tx) { return is_reading_again_due(tx, catalogue, at); });
  }
  bool more_to_come() { return db_.read([](Tx& tx) { return are_more_to_come(tx); }); }
  static std::int64_t thread_of(Tx& tx, PostId post) { return find_post(tx, post)->thread.value; }

  // A mention as a busy site has many, of a post that this one hasn't.
  void name_insider(Tx& tx, std::int64_t post) {
    tx.connection().script(
        "INSERT INTO mention (kind, subject, starts, ends, version, names, target, around, around_starts, around_ends) VALUES ('post', " +
        std::to_string(post) + ", 0, 11, 1, 'film', 8, 'The Insider', 0, 11)");
  }
  void act(const PostId post, ThreadAct act) {
    db_.write([&](Tx& tx) { return act_on_thread(tx, c_.ana, find_post(tx, post)->thread, act, "a reason"); });
  }
  ReviewId review(const std::string& body) {
    return std::get<ReviewId>(db_.write([&](Tx& tx) { return write_review(tx, c_.ben, FilmId{7}, {.title = "Twenty years on", .body = body, .audience = "", .rating = {}}, ""); }));
  }
  // The words that are links, section by section.
  std::vector<std::string> words_linked(ReviewId id) {
    const auto found = *db_.read([&](Tx& tx) { return find_review(tx, id); });
    const auto words = text::streamed(text::sections_of(found.body)).words;
    std::vector<std::string> linked;
    for (const auto& link : db_.read([&](Tx& tx) { return names_in(tx, found); })) linked.push_back(words.substr(link.begin, link.end - link.begin));
    return linked;
  }
  std::vector<NamedWith> together() {
    return db_.read([&](Tx& tx) { return films_named_with(tx, insider_, 5); });
  }

  Community c_{GetParam()};
  Db& db_ = c_.db();
  const FilmId insider_{8}, rain_{9};
};

}  // namespace

TEST_P(NamesInPosts, AreLinksOnceTheyAreFound) {
  const auto post = say("Have you seen The Insider (1999)?");
  EXPECT_TRUE(links(post).empty());
  EXPECT_EQ(find(), 1u);
  const auto found = links(post);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].address, "/film/the-insider-1999");
  EXPECT_EQ(found[0].title, "The Insider (1999)");
  EXPECT_EQ(find(), 0u) << "nothing is due any more";
}

TEST_P(NamesInPosts, AreToldOnTheFilmsPageWithTheirSentence) {
  const auto post = say("It rained. I saw *The Insider* (1999) that night. It was late.");
  find();
  const auto found = naming(insider_);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(std::get<PostId>(found[0].text), post);
  EXPECT_EQ(found[0].before + "|" + found[0].name + "|" + found[0].after, "I saw |The Insider| (1999) that night.");
  EXPECT_EQ(found[0].board_slug, "heat-1995");
}

TEST_P(NamesInPosts, OfAnEarlierTextAreNoLinksInALaterOne) {
  const auto post = say("I saw The Insider (1999) at last.");
  find();
  db_.write([&](Tx& tx) { return edit_post(tx, c_.ben, post, "I saw The Long Rain (2020) at last."); });
  EXPECT_TRUE(links(post).empty());
  EXPECT_TRUE(naming(insider_).empty()) << "at once";
  find();
  ASSERT_EQ(links(post).size(), 1u);
  EXPECT_EQ(links(post)[0].title, "The Long Rain (2020)");
  EXPECT_TRUE(naming(insider_).empty());
}

TEST_P(NamesInPosts, WithinSpoilersAndQuotesAreNotToldElsewhere) {
  const auto post = say("He ends up >!watching The Insider (1999) alone!< in the dark.\n\n> The Insider (1999) is long.\n\nWell.");
  find();
  EXPECT_FALSE(links(post).empty());
  EXPECT_TRUE(naming(insider_).empty());
}

TEST_P(NamesInPosts, BesideSpoilersAreToldWithoutThem) {
  say("In The Insider (1999) he >!dies alone!< at the end.");
  find();
  const auto found = naming(insider_);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].after, " (1999) he … at the end.");
}

TEST_P(NamesInPosts, ThatAreDeletedAreNotToldAnyMore) {
  const auto post = say("I saw The Insider (1999) at last.");
  find();
  db_.write([&](Tx& tx) { return delete_post(tx, c_.ben, post); });
  EXPECT_TRUE(naming(insider_).empty()) << "at once";
  find();
  db_.write([&](Tx& tx) { return restore_post(tx, c_.ben, post); });
  find();
  EXPECT_EQ(naming(insider_).size(), 1u);
}

TEST_P(NamesInPosts, OfAHiddenThreadAreNotTold) {
  const auto post = say("The Insider (1999) and The Long Rain (2020) on one evening.");
  find();
  act(post, ThreadAct::Hide);
  EXPECT_TRUE(naming(insider_).empty());
  EXPECT_TRUE(together().empty());
  act(post, ThreadAct::Show);
  EXPECT_EQ(naming(insider_).size(), 1u);
  EXPECT_EQ(together().size(), 1u);
}

TEST_P(NamesInPosts, UnderAReviewThatIsGoneAreNotTold) {
  const auto review = std::get<ReviewId>(db_.write([&](Tx& tx) {
    return write_review(tx, c_.ben, FilmId{7}, {.title = "Rude words", .body = "Words.", .audience = "", .rating = {}}, "");
  }));
  db_.write([&](Tx& tx) { return reply_to_review(tx, c_.cleo, review, "The Insider (1999) and The Long Rain (2020), then?", ""); });
  find();
  EXPECT_EQ(naming(insider_).size(), 1u);
  EXPECT_EQ(together().size(), 1u);
  db_.write([&](Tx& tx) { return remove_review(tx, c_.ana, review, "rude"); });
  EXPECT_TRUE(naming(insider_).empty());
  EXPECT_TRUE(together().empty());
}

TEST_P(NamesInPosts, SayWhichFilmsAreNamedTogether) {
  say("The Insider (1999) and The Long Rain (2020) on one evening.");
  say("The Long Rain (2020) is no The Insider (1999).");
  say("The Long Rain (2020) again.");
  find();
  const auto films = together();
  ASSERT_EQ(films.size(), 1u);
  EXPECT_EQ(films[0].film, rain_);
  EXPECT_EQ(films[0].posts, 2);
}

TEST_P(NamesInPosts, AreTakenFromTheLatestPostsOnly) {
  const auto first = say("The Insider (1999) and The Long Rain (2020) on one evening.");
  find();
  db_.write([&](Tx& tx) {
    for (int n = 1; n < 500; ++n) name_insider(tx, first.value + n);
  });
  EXPECT_EQ(together().size(), 1u);
  db_.write([&](Tx& tx) { name_insider(tx, first.value + 500); });
  EXPECT_TRUE(together().empty());
  EXPECT_TRUE(naming(insider_).empty());
}

TEST_P(NamesInPosts, OfAnEarlierTextAreNotCountedTogether) {
  const auto post = say("The Insider (1999) and The Long Rain (2020) on one evening.");
  find();
  ASSERT_EQ(together().size(), 1u);
  db_.write([&](Tx& tx) { return edit_post(tx, c_.ben, post, "The Insider (1999), >!then The Long Rain (2020)!<."); });
  EXPECT_TRUE(together().empty());
}

TEST_P(NamesInPosts, AreDueAgainWhenTheirThreadIsRenamedOrMoved) {
  const auto thread = c_.start(c_.ben, "Films", "I saw The Insider (1999) at last.").thread;
  find();
  db_.write([&](Tx& tx) { return rename_thread(tx, c_.ana, thread, "The Insider", "clearer"); });
  EXPECT_EQ(find(), 1u);
  db_.write([&](Tx& tx) { return move_thread(tx, c_.ana, thread, c_.lobby, "no film"); });
  EXPECT_EQ(find(), 1u);
}

TEST_P(NamesInPosts, AreFoundAgainWhenACatalogueCameIn) {
  find_again({.newest_film = 9}, Time{});
  EXPECT_FALSE(is_again_due({.newest_film = 9}, Time{} + Seconds{90'000}));
  EXPECT_TRUE(is_again_due({.newest_film = 9, .last_import = "x"}, Time{}));
}

TEST_P(NamesInPosts, AreFoundAgainOnceADayAfterSingleEdits) {
  EXPECT_TRUE(is_again_due({}, Time{})) << "never before";
  find_again({.newest_film = 9}, Time{});
  EXPECT_FALSE(is_again_due({.newest_film = 10}, Time{} + Seconds{80'000}));
  EXPECT_TRUE(is_again_due({.newest_film = 10}, Time{} + Seconds{90'000}));
}

TEST_P(NamesInPosts, AreDueAgainFewAtATimeAndTheNewestFirst) {
  const auto first = say("I saw The Insider (1999) at last.");
  db_.write([&](Tx& tx) {
    for (int n = 1; n <= 2000; ++n)
      tx.connection().script("INSERT INTO post (thread, id, number, rank, depth, dated, body, created) VALUES (" + std::to_string(thread_of(tx, first)) +
                             ", " + std::to_string(first.value + n) + ", " + std::to_string(1 + n) + ", " + std::to_string((1 + n) << 20) + ", 0, '', 'Well.', 0)");
  });
  find(3000);
  find_again({}, Time{});
  ASSERT_TRUE(more_to_come());
  db_.write([](Tx& tx) { make_more_due(tx); });
  ASSERT_TRUE(more_to_come());
  EXPECT_EQ(find(3000), 2000u);
  db_.write([](Tx& tx) { make_more_due(tx); });
  EXPECT_FALSE(more_to_come());
  EXPECT_EQ(find(3000), 1u);
}

TEST_P(NamesInPosts, AreFoundInTheNewestFirst) {
  const auto older = say("I saw The Insider (1999) at last.");
  const auto newer = say("I saw The Long Rain (2020) at last.");
  EXPECT_EQ(find(1), 1u);
  EXPECT_FALSE(links(newer).empty());
  EXPECT_TRUE(links(older).empty());
}

TEST_P(NamesInPosts, AreFoundBehindADuePostThatIsNotThere) {
  const auto post = say("I saw The Insider (1999) at last.");
  db_.write([&](Tx& tx) { names_are_due(tx, PostId{post.value + 1}); });
  EXPECT_EQ(find(1), 1u);
  EXPECT_FALSE(links(post).empty());
  EXPECT_EQ(find(), 0u);
}

TEST_P(NamesInPosts, OfReviewsAreLinksInTheirSections) {
  const auto written = review("I saw The Insider (1999) first.\n\n## After *that*\n\nThen The Long Rain (2020).");
  EXPECT_EQ(find(), 1u);
  EXPECT_EQ(words_linked(written), (std::vector<std::string>{"The Insider", "The Long Rain"}));
}

TEST_P(NamesInPosts, OfReviewsAreToldUnlessTheReviewIsGone) {
  const auto written = review("Longer than The Insider (1999).\n\n## Later\n\nNo.");
  find();
  const auto found = naming(insider_);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(std::get<ReviewId>(found[0].text), written);
  EXPECT_EQ(found[0].title, "Twenty years on");
  EXPECT_EQ(found[0].board_slug, "heat-1995");
  db_.write([&](Tx& tx) { return remove_review(tx, c_.ana, written, "rude"); });
  EXPECT_TRUE(naming(insider_).empty()) << "at once";
  find();
  db_.write([&](Tx& tx) { return bring_back_review(tx, c_.ana, written, "not so rude"); });
  find();
  EXPECT_EQ(naming(insider_).size(), 1u);
}

TEST_P(NamesInPosts, StandWithTheNewestTextFirst) {
  const auto first = say("I saw The Insider (1999) at last.");
  const auto second = review("Longer than The Insider (1999).");
  const auto third = say("The Insider (1999) again.");
  find();
  find();
  const auto found = naming(insider_);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(std::get<PostId>(found[0].text), third);
  EXPECT_EQ(std::get<ReviewId>(found[1].text), second);
  EXPECT_EQ(std::get<PostId>(found[2].text), first);
}

INSTANTIATE_TEST_SUITE_P(Both, NamesInPosts, testing::ValuesIn(engines_here()), engine_name);
