#include "import/runner.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "import/convert.h"
#include "import/doubt.h"
#include "import/json.h"
#include "import/json_reader.h"
#include "import/understand.h"
#include "member/member.h"
#include "support/databases.h"
#include "talk/board.h"
#include "talk/imported.h"
#include "talk/post.h"
#include "talk/review.h"
#include "talk/thread.h"

using namespace rialto;
using namespace rialto::imports;

namespace {

constexpr FilmId kHeat1972{5}, kHeat1986{6}, kHeat1995{7};

PostRecord said(int n, const std::string& text) {
  PostRecord post;
  post.n = n;
  post.text = text;
  return post;
}

ThreadRecord about(const std::string& title, std::optional<int> year) {
  ThreadRecord thread;
  thread.title = "The last shot";
  thread.film = FilmProposal{title, year, "named in the page"};
  thread.posts = {said(1, "The airfield at night, and two tired men.")};
  return thread;
}

// Heat of 1972, 1986 and 1995, and a moderator.
class Runner : public testing::TestWithParam<Engine> {
 protected:
  Runner() {
    db_.write([](Tx& tx) {
      tx.connection().script(
          "INSERT INTO film (id, slug, title, title_fold, sort_fold, year, created) VALUES "
          "(5, 'heat-1972', 'Heat', 'heat', 'heat', 1972, 0), (6, 'heat-1986', 'Heat', 'heat', 'heat', 1986, 0), "
          "(7, 'heat-1995', 'Heat', 'heat', 'heat', 1995, 0), (8, 'ran-1985', 'Ran', 'ran', 'ran', 1985, 0)");
      tx.connection().script(
          "INSERT INTO film_name (film, name, name_fold) VALUES (5, 'Heat', 'heat'), (6, 'Heat', 'heat'), "
          "(7, 'Heat', 'heat'), (8, 'Ran', 'ran'), (8, 'Chaos', 'chaos')");
      tx.connection().script(
          "INSERT INTO member (id, kind, name, name_fold, skeleton, role, created) VALUES "
          "(1, 1, 'Ana', 'ana', 'ana', 1, 0)");
    });
  }

  Outcome import(const PageRecord& record, const Wish& wish = {}, Dry dry = Dry::No) {
    return import_record(db_, record, "page.txt", wish, dry);
  }
  std::optional<talk::Board> board_of(FilmId film) {
    return db_.read([&](Tx& tx) { return talk::find_board_of(tx, film); });
  }
  std::vector<talk::ThreadLine> threads_of(FilmId film) {
    const auto board = board_of(film);
    if (!board) return {};
    return db_.read([&](Tx& tx) { return talk::threads_of(tx, board->id, 1, 50, talk::HiddenToo::Yes); });
  }
  std::vector<talk::Post> posts_of_only_thread(FilmId film) {
    const auto threads = threads_of(film);
    EXPECT_EQ(threads.size(), 1u);
    return db_.read([&](Tx& tx) { return talk::posts_of(tx, threads.at(0).id, talk::PostOrder::Flat, 1); });
  }
  DoubtCounts doubts() {
    return db_.read([](Tx& tx) { return count_doubts(tx); });
  }

  TestDatabase database_{GetParam()};
  Db& db_ = database_.db();
};

// A folder of the project or beside it, or of where an environment variable says.
std::filesystem::path shared() {
  const char* named = std::getenv("RIALTO_SHARED");
  return named ? std::filesystem::path(named) : std::filesystem::path(RIALTO_SOURCE_DIR) / ".." / "shared";
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

FilmGuesser shelf_films() {
  return FilmGuesser(*known_films_from(bytes_of(std::filesystem::path(RIALTO_SOURCE_DIR) / "shelf" / "films.jsonl")));
}

}  // namespace

TEST_P(Runner, PagesAboutDifferentHeatsGoToDifferentBoards) {
  auto other = about("Heat", 1986);
  other.title = "Las Vegas";
  EXPECT_EQ(import(about("Heat", 1995)).ending, Ending::Thread);
  EXPECT_EQ(import(other).place, "the board of Heat (1986)");
  EXPECT_EQ(threads_of(kHeat1995).size(), 1u);
  EXPECT_EQ(threads_of(kHeat1986).size(), 1u);
  EXPECT_FALSE(board_of(kHeat1972));
}

TEST_P(Runner, ImportingTwiceChangesNothingAlsoUnderAnotherNameAndAnotherFilm) {
  const auto first = import(about("Heat", 1995));
  const auto again = import_record(db_, about("Heat", 1986), "other.html", {}, Dry::No);
  EXPECT_EQ(again.ending, Ending::Known);
  EXPECT_EQ(again.address, first.address);
  EXPECT_EQ(threads_of(kHeat1995).size(), 1u);
  EXPECT_FALSE(board_of(kHeat1986));
}

TEST_P(Runner, APageThatIsUnderstoodBetterLaterIsStillTheSamePage) {
  auto thread = about("Heat", 1995);
  thread.posts.push_back(said(2, "Two tired men.\n\nSo it is. Drive slowly."));
  import(thread);
  thread.posts[1].text = "> Two *tired* men.\n\nSo it is.";
  thread.posts[1].signature = "Drive slowly.";
  thread.posts[1].author = "night owl";
  thread.posts[1].date = Edtf::parse("1999");
  EXPECT_EQ(import(thread).ending, Ending::Known);
  thread.posts[1].text = "Two tired women.";
  EXPECT_EQ(import(thread).ending, Ending::Thread);
}

TEST_P(Runner, ADryRunSaysTheSameAndWritesNothing) {
  const auto outcome = import(about("Heat", 1995), {}, Dry::Yes);
  EXPECT_EQ(sentence_of(outcome, Dry::Yes), "a thread of 1 post on the board of Heat (1995): would be new");
  EXPECT_EQ(import(about("Heat", std::nullopt), {}, Dry::Yes).ending, Ending::Waits);
  EXPECT_FALSE(board_of(kHeat1995));
  EXPECT_EQ(doubts().waiting, 0);
}

TEST_P(Runner, WhatWasKeptOfAPostIsKeptAndNothingElse) {
  auto thread = about("Heat", 1995);
  thread.posts[0].author = "night owl";
  thread.posts[0].date = Edtf::parse("1998-07");
  thread.posts[0].edited = EditMark{};
  thread.posts[0].signature = "Drive slowly.";
  thread.posts.push_back(said(2, "Yes."));
  thread.posts[1].parent = 1;
  thread.posts.push_back(PostRecord{});
  thread.posts[2].n = 3;
  thread.posts[2].deleted = true;
  import(thread);
  const auto posts = posts_of_only_thread(kHeat1995);
  ASSERT_EQ(posts.size(), 3u);
  EXPECT_EQ(posts[0].author_name, "night owl");
  EXPECT_TRUE(posts[0].by_ghost);
  EXPECT_EQ(posts[0].dated, "1998-07");
  EXPECT_EQ(posts[0].edited, "");
  EXPECT_EQ(posts[0].signature, "Drive slowly.");
  EXPECT_EQ(posts[1].author, std::nullopt);
  EXPECT_EQ(posts[1].dated, "");
  EXPECT_EQ(posts[1].edited, std::nullopt);
  EXPECT_EQ(posts[1].parent, posts[0].id);
  EXPECT_EQ(posts[2].state, talk::PostState::LostBeforeImport);
  EXPECT_EQ(posts[2].parent, std::nullopt);
  EXPECT_EQ(threads_of(kHeat1995)[0].last_at, *from_iso_text("1998-07-01T00:00:00Z"));
  EXPECT_EQ(threads_of(kHeat1995)[0].last_dated, "");
}

TEST_P(Runner, AQuoteNamesThePostThatItIsFrom) {
  auto thread = about("Heat", 1995);
  thread.posts[0].author = "night owl";
  thread.posts.push_back(said(2, "> two tired\n> men\n\nSo it is.\n\n> two tired men, as someone said elsewhere"));
  thread.posts[1].quotes = {{1, "two tired\nmen"}};
  import(thread);
  const auto posts = posts_of_only_thread(kHeat1995);
  EXPECT_EQ(posts.at(1).body, "> [night owl](/post/" + short_form(posts[0].id) +
                                  "):\n> two tired\n> men\n\nSo it is.\n\n> two tired men, as someone said elsewhere");
}

TEST_P(Runner, AReviewKeepsItsSectionsPicturesRatingAndComments) {
  ReviewRecord review;
  review.title = "Heat (1995)";
  review.film = FilmProposal{"Heat", 1995, ""};
  review.writer = "Petra Example";
  review.date = Edtf::parse("XXXX-07-17");
  review.minutes = 5;
  review.sections = {{std::nullopt, "One.\n\nTwo."}, {"Sound", "Loud."}};
  review.images = {{0, 1, std::nullopt, std::nullopt},
                   {1, 0, "A *street* that is long enough to lie on the heap", std::nullopt}};
  review.audience = "Night people";
  review.rating = RatingRecord{"7/10", 7, 10, 3.5};
  review.comments = {said(1, "Agreed.")};
  const auto outcome = import(review);
  EXPECT_EQ(outcome.place, "the page of Heat (1995)");
  const auto lines = db_.read([](Tx& tx) { return talk::reviews_of(tx, {.film = kHeat1995}); });
  ASSERT_EQ(lines.size(), 1u);
  const auto kept = db_.read([&](Tx& tx) { return talk::find_review(tx, lines[0].id); }).value();
  EXPECT_EQ(kept.body,
            "One.\n\n*A picture stood here.*\n\nTwo.\n\n## Sound\n\n*A picture stood here: A street that is long "
            "enough to lie on the heap*\n\nLoud.");
  EXPECT_EQ(kept.rating, 7);
  EXPECT_EQ(kept.rating_kept, "7/10");
  EXPECT_EQ(kept.dated, "XXXX-07-17");
  EXPECT_EQ(kept.author_name, "Petra Example");
  EXPECT_EQ(kept.audience, "Night people");
  EXPECT_EQ(posts_of_only_thread(kHeat1995).at(0).body, "Agreed.");
  EXPECT_TRUE(kept.thread);
}

TEST_P(Runner, AFilmIsFoundByItsOtherNamesAndByTheHeading) {
  EXPECT_EQ(import(about("CHAOS", 1985)).place, "the board of Ran (1985)");
  ThreadRecord thread = about("", std::nullopt);
  thread.film.reset();
  thread.title = "Ten notes on Heat (1986), again";
  EXPECT_EQ(import(thread).place, "the board of Heat (1986)");
}

TEST_P(Runner, WhatIsInDoubtWaitsWithItsCandidatesOnce) {
  EXPECT_EQ(import(about("Heat", std::nullopt)).why, "three films may be meant by “Heat”");
  EXPECT_EQ(import(about("Heat", std::nullopt)).ending, Ending::Waits);
  auto unknown = about("No Such Film", 1990);
  unknown.title = "Nothing";
  EXPECT_EQ(import(unknown).why, "the catalogue has no film called No Such Film (1990)");
  const auto waiting = db_.read([](Tx& tx) { return waiting_doubts(tx, 1, 10); });
  ASSERT_EQ(waiting.size(), 2u);
  ASSERT_EQ(waiting[0].candidates.size(), 3u);
  EXPECT_EQ(waiting[0].candidates[2].film, kHeat1995);
  EXPECT_EQ(waiting[0].candidates[2].why, "One of several films called Heat.");
  EXPECT_EQ(waiting[1].candidates.size(), 0u);
  EXPECT_FALSE(board_of(kHeat1995));
}

TEST_P(Runner, AModeratorsWordSettlesADoubtOnce) {
  import(about("Heat", std::nullopt));
  const auto doubt = db_.read([](Tx& tx) { return waiting_doubts(tx, 1, 10); }).at(0);
  const auto settle = [&] {
    return db_.write([&](Tx& tx) {
      const auto film = films_with(tx, std::vector{kHeat1995}).at(0);
      return settle_doubt(tx, doubt.id, film, MemberId{1});
    });
  };
  ASSERT_TRUE(settle());
  EXPECT_FALSE(settle());
  EXPECT_EQ(threads_of(kHeat1995).size(), 1u);
  EXPECT_EQ(doubts().settled, 1);
  EXPECT_EQ(import(about("Heat", std::nullopt)).ending, Ending::Known);
}

TEST_P(Runner, WhatAModeratorThrewAwayStaysOutUnlessAFilmIsNamed) {
  import(about("Heat", std::nullopt));
  db_.write([](Tx& tx) { close_doubt(tx, waiting_doubts(tx, 1, 1).at(0).id, DoubtState::ThrownAway, MemberId{1}); });
  EXPECT_EQ(import(about("Heat", std::nullopt)).ending, Ending::LeftOut);
  Wish wish;
  wish.film = db_.read([](Tx& tx) { return look_up_chosen(tx, "/film/heat-1972"); }).film;
  EXPECT_EQ(import(about("Heat", std::nullopt), wish).place, "the board of Heat (1972)");
}

TEST_P(Runner, AChosenFilmSettlesTheDoubtThatWaits) {
  import(about("Heat", std::nullopt));
  Wish wish;
  wish.film = db_.read([](Tx& tx) { return look_up_chosen(tx, "Heat (1995)"); }).film;
  EXPECT_EQ(import(about("Heat", std::nullopt), wish).ending, Ending::Thread);
  EXPECT_EQ(doubts().waiting, 0);
}

TEST_P(Runner, AThreadCanGoToAGeneralBoard) {
  Wish wish;
  wish.board = db_.write(
      [](Tx& tx) { return talk::add_general_board(tx, {.slug = "lobby", .title = "The lobby", .about = ""}); });
  wish.board_title = "The lobby";
  EXPECT_EQ(import(about("Heat", std::nullopt), wish).place, "the board “The lobby”");
  EXPECT_EQ(doubts().waiting, 0);
}

TEST_P(Runner, TheSeedsBecomeAThreadAndAReview) {
  const auto folder = shared() / "seeds";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "skipped: no ../shared/seeds";
  const auto films = shelf_films();
  const auto thread = understand(bytes_of(folder / "000_0e3b9d37543269b4.txt"), films);
  const auto review = understand(bytes_of(folder / "001_b4dc83e880c83c7f.txt"), films);
  EXPECT_EQ(import(*thread).place, "the board of Heat (1995)");
  EXPECT_EQ(import(*review).place, "the page of Heat (1995)");
  const auto posts = posts_of_only_thread(kHeat1995);
  ASSERT_EQ(posts.size(), 12u);
  const auto from = [&](std::size_t index) {
    const auto source = "> /post/" + short_form(posts[index].id) + ":";
    int count = 0;
    for (std::size_t at = 0; (at = posts[6].body.find(source, at)) != std::string::npos; ++at) ++count;
    return count;
  };
  EXPECT_EQ(from(0), 4);
  EXPECT_EQ(from(4), 1);
  EXPECT_EQ(posts[5].state, talk::PostState::LostBeforeImport);
  EXPECT_EQ(import(*thread).ending, Ending::Known);
  EXPECT_EQ(import(*review).ending, Ending::Known);
}

INSTANTIATE_TEST_SUITE_P(Engines, Runner, testing::ValuesIn(engines_here()), engine_name);

TEST(JsonRecords, ComeBackAsTheyWereWritten) {
  for (
      const auto* line :
      {R"({"type":"thread","title":"A","film":{"title":"Heat","year":1995,"why":"w"},"posts":[{"n":1,"author":"x","date":"1998","text":"t","parent":null,"deleted":false,"edited":"1999-01","signature":null,"quotes":[]},{"n":2,"author":null,"date":null,"text":"> t\n\nu","parent":1,"deleted":false,"edited":true,"signature":"s","quotes":[{"post":1,"text":"t"}]},{"n":3,"author":null,"date":null,"text":null,"parent":null,"deleted":true,"edited":null,"signature":null,"quotes":[]}]})",
       R"({"type":"review","title":"A","film":null,"writer":"w","date":"XXXX-07-17","minutes":5,"sections":[{"heading":null,"text":"t"},{"heading":"H","text":"u"}],"audience":"all","rating":{"written":"8/10","value":8,"best":10,"stars":4},"images":[{"section":0,"after_paragraph":1,"alt":null,"src":"a.png"}],"comments":[]})"}) {
    const auto record = record_from_json(line);
    ASSERT_TRUE(record) << record.error().message;
    EXPECT_EQ(json_line(*record), line);
    EXPECT_TRUE(holds_records(line));
  }
}

TEST(JsonRecords, AreRefusedWithWhatIsWrong) {
  const auto why = [](const char* line) {
    const auto record = record_from_json(line);
    return record ? "nothing" : record.error().message;
  };
  EXPECT_EQ(why("[1]"), "is no JSON object");
  EXPECT_EQ(why("{\"type\":\"cat\"}"), "has neither the type \"thread\" nor \"review\"");
  EXPECT_EQ(why(R"({"type":"thread","posts":[]})"), "doesn't hold together: a thread needs posts");
  EXPECT_EQ(why(R"({"type":"thread","posts":[{"n":1,"parent":1}]})"),
            "doesn't hold together: posts 1: its parent must be an earlier post");
  EXPECT_EQ(why(R"({"type":"thread","posts":[{"n":1,"date":"soon"}]})"),
            "doesn't hold together: posts 1: \"date\" must be a date in EDTF, or null");
}
