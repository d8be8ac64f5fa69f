// Ratings: half stars, kept as 1 to 10. A member has at most one on a film: what they said on its page, or else what the
// latest of their reviews says. Reviews whose author was not kept count each for itself.
#pragma once

#include <cstdint>
#include <optional>

#include "base/id.h"
#include "talk/actor.h"
#include "talk/refusal.h"

namespace rialto {
class Tx;
}

namespace rialto::talk {

// How many ratings of each kind, index 0 for half a star to 9 for five stars.
struct RatingCounts {
  std::int64_t of[10] = {};

  std::int64_t all() const;
  // In thousandths of half a star; 0 without ratings.
  std::int64_t average() const;
};
RatingCounts ratings_of(Tx& tx, FilmId film);

// What one member says of a film.
struct OwnRating {
  std::optional<std::int64_t> said;      // on the film's page
  std::optional<std::int64_t> reviewed;  // in the latest of their reviews that rates it
  std::optional<ReviewId> review;        // that review

  std::optional<std::int64_t> counts() const { return said ? said : reviewed; }
};
OwnRating rating_by(Tx& tx, MemberId member, FilmId film);

// Makes or changes it.
std::optional<Refusal> rate(Tx& tx, const Actor& actor, FilmId film, std::int64_t rating);

// Takes back what was said on the film's page; what a review says counts again.
void take_rating_back(Tx& tx, MemberId member, FilmId film);

void take_all_ratings_back(Tx& tx, MemberId member);

}  // namespace rialto::talk
