// Reviews: a titled long text by one member on one film, with a rating if there is one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "talk/actor.h"
#include "talk/refusal.h"

namespace rialto {
class Tx;
}

namespace rialto::talk {

enum class ReviewState { Stands = 0, DeletedByAuthor = 1, RemovedByModerator = 2 };

struct Review {
  ReviewId id;
  FilmId film;
  std::optional<MemberId> author;  // nothing: not kept
  std::optional<std::string> author_name;
  bool by_ghost = false;
  std::string title;
  std::string body;                     // Markdown; its sections are headings "## …"
  std::string audience;                 // for whom, "" if not said
  std::optional<std::int64_t> rating;   // half stars, 1 to 10
  std::string rating_kept;              // as an imported one was written, with its scale
  std::optional<std::int64_t> minutes;  // reading time
  std::string dated;                    // EDTF; "" if not kept
  std::optional<std::string> edited;    // EDTF; "" if the time was not kept
  ReviewState state = ReviewState::Stands;
  std::optional<ThreadId> thread;  // its replies
  std::int64_t version = 1;
  Time created;
};

// A line in a list of reviews; the film's fields only where the list has several films.
struct ReviewLine {
  ReviewId id;
  std::optional<MemberId> author;
  std::optional<std::string> author_name;
  bool by_ghost = false;
  std::string title;
  std::string body;
  std::optional<std::int64_t> rating;
  std::string rating_kept;
  std::optional<std::int64_t> minutes;  // reading time, where it was kept
  std::int64_t answers = 0;             // in lists of one film
  std::string dated;
  Time created;
  std::string film_slug;
  std::string film_title;
  std::optional<std::int64_t> film_year;
};

// The named orders of a film's reviews. Those by distance from the average put reviews without a rating last.
enum class ReviewOrder { Newest, Oldest, Longest, MostAnswered, ClosestToAverage, FarthestFromAverage };

struct ReviewsWanted {
  FilmId film;
  ReviewOrder order = ReviewOrder::Newest;
  std::optional<std::int64_t> rating;  // only those that gave it
  int page = 1;
  int per_page = 30;
};

std::optional<Review> find_review(Tx& tx, ReviewId id);
std::vector<ReviewLine> reviews_of(Tx& tx, const ReviewsWanted& wanted);
// Newest first, those before `before` only.
std::vector<ReviewLine> reviews_by(Tx& tx, MemberId member, std::optional<ReviewId> before, int limit);
std::vector<ReviewLine> latest_reviews(Tx& tx, std::optional<ReviewId> before, int limit);
std::vector<ReviewLine> reviews_about(Tx& tx, SceneId scene, int limit);  // newest first
std::int64_t count_reviews(Tx& tx, FilmId film, std::optional<std::int64_t> rating);

struct ReviewVersion {
  std::int64_t version = 1;
  std::string title;
  std::string body;
  std::string audience;
  std::optional<std::int64_t> rating;
  std::optional<std::string> editor;
  Time until;
};
std::vector<ReviewVersion> versions_of(Tx& tx, ReviewId review);

struct ReviewText {
  std::string title;
  std::string body;
  std::string audience;
  std::optional<std::int64_t> rating;
};
// `form` is the form's token, "" if it had none: a form that is sent twice makes one review.
std::variant<ReviewId, Refusal> write_review(Tx& tx, const Actor& actor, FilmId film, const ReviewText& text,
                                             const std::string& form);
std::optional<Refusal> edit_review(Tx& tx, const Actor& actor, ReviewId review, const ReviewText& text);
std::optional<Refusal> delete_review(Tx& tx, const Actor& actor, ReviewId review);
std::optional<Refusal> restore_review(Tx& tx, const Actor& actor, ReviewId review);  // what its author deleted

}  // namespace rialto::talk
