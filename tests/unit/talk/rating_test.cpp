#include "talk/rating.h"

#include <gtest/gtest.h>

#include "support/community.h"
#include "talk/review.h"

using namespace rialto;
using namespace rialto::talk;

namespace {

constexpr FilmId kHeat{7};

class Ratings : public testing::TestWithParam<Engine> {
 protected:
  Community c_{GetParam()};
  Db& db_ = c_.db();

  ReviewId review(const Actor& actor, const std::string& body, std::optional<std::int64_t> rating) {
    return std::get<ReviewId>(db_.write([&](Tx& tx) {
      return write_review(tx, actor, kHeat, {.title = body, .body = body, .audience = "", .rating = rating}, "");
    }));
  }
  std::optional<Refusal> say(const Actor& actor, std::int64_t rating) {
    return db_.write([&](Tx& tx) { return rate(tx, actor, kHeat, rating); });
  }
  RatingCounts counts() {
    return db_.read([](Tx& tx) { return ratings_of(tx, kHeat); });
  }
  OwnRating own(const Actor& actor) {
    return db_.read([&](Tx& tx) { return rating_by(tx, actor.member, kHeat); });
  }
  std::vector<std::string> titles(const ReviewsWanted& wanted) {
    std::vector<std::string> found;
    for (const auto& line : db_.read([&](Tx& tx) { return reviews_of(tx, wanted); })) found.push_back(line.title);
    return found;
  }
};

using Titles = std::vector<std::string>;

}  // namespace

TEST_P(Ratings, AMemberHasOneOnAFilmAndMayChangeIt) {
  EXPECT_EQ(say(c_.ben, 4), std::nullopt);
  EXPECT_EQ(say(c_.ben, 9), std::nullopt);
  EXPECT_EQ(counts().all(), 1);
  EXPECT_EQ(counts().of[8], 1);
}

TEST_P(Ratings, OnlyHalfStarsFromHalfAStarToFiveAreTaken) {
  for (const std::int64_t wrong : {0, 11, -3}) EXPECT_EQ(say(c_.ben, wrong), Refusal::BadRating);
  EXPECT_EQ(counts().all(), 0);
}

TEST_P(Ratings, OfSeveralReviewsByOneMemberTheLatestCounts) {
  review(c_.ben, "first", 2);
  review(c_.ben, "second", 8);
  review(c_.ben, "third, without", {});
  EXPECT_EQ(counts().all(), 1);
  EXPECT_EQ(counts().of[7], 1);
  EXPECT_EQ(own(c_.ben).reviewed, 8);
}

TEST_P(Ratings, WhatIsSaidOnTheFilmsPageGoesBeforeAReviewUntilItIsTakenBack) {
  review(c_.ben, "review", 2);
  say(c_.ben, 10);
  EXPECT_EQ(counts().of[9], 1);
  EXPECT_EQ(counts().all(), 1);
  db_.write([&](Tx& tx) { take_rating_back(tx, c_.ben.member, kHeat); });
  EXPECT_EQ(counts().of[1], 1);
  EXPECT_EQ(counts().all(), 1);
}

TEST_P(Ratings, ANewReviewWithARatingIsTheLastWord) {
  say(c_.ben, 10);
  review(c_.ben, "on second sight", 6);
  EXPECT_EQ(own(c_.ben).counts(), 6);
  EXPECT_EQ(counts().of[5], 1);
  EXPECT_EQ(counts().all(), 1);
}

TEST_P(Ratings, AReviewThatIsDeletedTakesItsRatingAlong) {
  const auto id = review(c_.ben, "gone soon", 6);
  db_.write([&](Tx& tx) { return delete_review(tx, c_.ben, id); });
  EXPECT_EQ(counts().all(), 0);
}

TEST_P(Ratings, TheNamedOrdersOfReviewsDoWhatTheirNamesSay) {
  review(c_.ana, "six", 6);
  review(c_.ben, "ten, and by far the longest of them all", 10);
  const auto plain = review(c_.cleo, "none", {});
  review(c_.cleo, "seven", 7);
  db_.write([&](Tx& tx) { return reply_to_review(tx, c_.ben, plain, "an answer", ""); });
  const std::string longest = "ten, and by far the longest of them all";
  EXPECT_EQ(titles({.film = kHeat}), (Titles{"seven", "none", longest, "six"}));
  EXPECT_EQ(titles({.film = kHeat, .order = ReviewOrder::Oldest}), (Titles{"six", longest, "none", "seven"}));
  EXPECT_EQ(titles({.film = kHeat, .order = ReviewOrder::Longest}), (Titles{longest, "seven", "none", "six"}));
  EXPECT_EQ(titles({.film = kHeat, .order = ReviewOrder::MostAnswered}), (Titles{"none", "seven", longest, "six"}));
  // The average is 7.67 half stars.
  EXPECT_EQ(titles({.film = kHeat, .order = ReviewOrder::ClosestToAverage}), (Titles{"seven", "six", longest, "none"}));
  EXPECT_EQ(titles({.film = kHeat, .order = ReviewOrder::FarthestFromAverage}),
            (Titles{longest, "six", "seven", "none"}));
}

TEST_P(Ratings, ReviewsCanBeNarrowedToOneRatingAndArePaged) {
  review(c_.ana, "a", 6);
  review(c_.ben, "b", 8);
  review(c_.cleo, "c", 6);
  EXPECT_EQ(titles({.film = kHeat, .rating = 6}), (Titles{"c", "a"}));
  EXPECT_EQ(titles({.film = kHeat, .order = ReviewOrder::Longest, .page = 2, .per_page = 2}), (Titles{"a"}));
  EXPECT_EQ(db_.read([](Tx& tx) { return count_reviews(tx, kHeat, 6); }), 2);
}

INSTANTIATE_TEST_SUITE_P(Both, Ratings, testing::ValuesIn(engines_here()), engine_name);
