#include "talk/rating.h"

#include <numeric>

#include "db/db.h"
#include "talk/rating.sql.h"

namespace rialto::talk {

namespace {

void count(RatingCounts& counts, std::int64_t rating, std::int64_t how_often) {
  if (rating >= 1 && rating <= 10) counts.of[rating - 1] += how_often;
}

}  // namespace

std::int64_t RatingCounts::all() const {
  return std::accumulate(std::begin(of), std::end(of), std::int64_t{0});
}

std::int64_t RatingCounts::average() const {
  std::int64_t sum = 0;
  for (std::int64_t rating = 1; rating <= 10; ++rating) sum += rating * of[rating - 1];
  return all() == 0 ? 0 : 1000 * sum / all();
}

RatingCounts ratings_of(Tx& tx, FilmId film) {
  RatingCounts counts;
  for (const auto& row : tx.rows<sql::ratings_said>({.film = film})) count(counts, row.rating, row.count);
  for (const auto& row : tx.rows<sql::ratings_reviewed>({.film = film})) count(counts, row.rating, row.count);
  return counts;
}

OwnRating rating_by(Tx& tx, MemberId member, FilmId film) {
  OwnRating own;
  if (const auto said = tx.row<sql::rating_said_by>({.film = film, .member = member})) own.said = said->rating;
  if (const auto reviewed = tx.row<sql::rating_reviewed_by>({.film = film, .member = member})) {
    own.reviewed = reviewed->rating;
    own.review = reviewed->id;
  }
  return own;
}

std::optional<Refusal> rate(Tx& tx, const Actor& actor, FilmId film, std::int64_t rating) {
  if (rating < 1 || rating > 10) return Refusal::BadRating;
  tx.run<sql::rating_set>({.film = film, .member = actor.member, .rating = rating, .at = now()});
  return std::nullopt;
}

void take_rating_back(Tx& tx, MemberId member, FilmId film) {
  tx.run<sql::rating_drop>({.film = film, .member = member});
}

void take_all_ratings_back(Tx& tx, MemberId member) {
  tx.run<sql::ratings_drop_all>({.member = member});
}

}  // namespace rialto::talk
