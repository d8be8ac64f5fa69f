#include "talk/review.h"

#include <limits>

#include "base/digest.h"
#include "base/strings.h"
#include "db/db.h"
#include "talk/limits.h"
#include "talk/mention.h"
#include "talk/picture.h"
#include "talk/post.sql.h"
#include "talk/rating.h"
#include "talk/review.sql.h"

namespace rialto::talk {

namespace {

constexpr std::int64_t kGhost = 0;  // member.kind
constexpr ReviewId kAfterAll{std::numeric_limits<std::int64_t>::max()};

// The text as it is kept, or what is wrong with it.
std::variant<ReviewText, Refusal> kept_text(const ReviewText& text) {
  const auto title = kept_title(text.title);
  if (const auto* refusal = std::get_if<Refusal>(&title)) return *refusal;
  if (text.rating && (*text.rating < 1 || *text.rating > 10)) return Refusal::BadRating;
  if (const auto refusal = text_refused(text.body, kReviewBytes)) return *refusal;
  return ReviewText{.title = std::get<std::string>(title),
                    .body = tidied(text.body),
                    .audience = std::string(trimmed(text.audience)),
                    .rating = text.rating};
}

std::variant<Review, Refusal> own_review(Tx& tx, const Actor& actor, ReviewId id) {
  auto review = find_review(tx, id);
  if (!review) return Refusal::ReviewNotFound;
  if (review->author != actor.member) return Refusal::NotYours;
  return *review;
}

template <class Rows>
std::vector<ReviewLine> lines_of_film(Rows&& rows) {
  std::vector<ReviewLine> lines;
  for (auto& row : rows)
    lines.push_back({.id = row.id,
                     .author = row.author,
                     .author_name = std::move(row.author_name),
                     .by_ghost = row.author_kind == kGhost,
                     .title = std::move(row.title),
                     .body = std::move(row.body),
                     .rating = row.rating,
                     .rating_kept = std::move(row.rating_kept),
                     .minutes = row.minutes,
                     .answers = row.answers,
                     .dated = std::move(row.dated),
                     .created = row.created});
  return lines;
}

template <class Rows>
std::vector<ReviewLine> lines_of_films(Rows&& rows) {
  std::vector<ReviewLine> lines;
  for (auto& row : rows)
    lines.push_back({.id = row.id,
                     .author = row.author,
                     .author_name = std::move(row.author_name),
                     .by_ghost = row.author_kind == kGhost,
                     .title = std::move(row.title),
                     .body = std::move(row.body),
                     .rating = row.rating,
                     .dated = std::move(row.dated),
                     .created = row.created,
                     .film_slug = std::move(row.film_slug),
                     .film_title = std::move(row.film_title),
                     .film_year = row.film_year});
  return lines;
}

bool is_as_before(const Review& review, const ReviewText& text) {
  return review.title == text.title && review.body == text.body && review.audience == text.audience &&
         review.rating == text.rating;
}

// From one state to the other, if it is in the one; in the other it is already done.
std::optional<Refusal> change_own(Tx& tx, const Actor& actor, ReviewId id, ReviewState from, ReviewState to) {
  const auto found = own_review(tx, actor, id);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const auto& review = std::get<Review>(found);
  if (review.state == to) return std::nullopt;
  if (review.state != from) return Refusal::ReviewNotFound;
  tx.run<sql::review_set_state>({.review = id, .state = static_cast<std::int64_t>(to)});
  names_are_due(tx, id);
  note_pictures(tx, Shows::Review, id.value, to == ReviewState::Stands ? review.body : "");
  return std::nullopt;
}

}  // namespace

std::optional<Review> find_review(Tx& tx, ReviewId id) {
  auto row = tx.row<sql::review_by_id>({.review = id});
  if (!row) return std::nullopt;
  return Review{.id = row->id,
                .film = row->film,
                .author = row->author,
                .author_name = std::move(row->author_name),
                .by_ghost = row->author_kind == kGhost,
                .title = std::move(row->title),
                .body = std::move(row->body),
                .audience = std::move(row->audience),
                .rating = row->rating,
                .rating_kept = std::move(row->rating_kept),
                .minutes = row->minutes,
                .dated = std::move(row->dated),
                .edited = std::move(row->edited),
                .state = static_cast<ReviewState>(row->state),
                .thread = row->thread,
                .version = row->version,
                .created = row->created};
}

std::vector<ReviewLine> reviews_of(Tx& tx, const ReviewsWanted& wanted) {
  const auto skip = std::int64_t{wanted.page - 1} * wanted.per_page;
  const auto rating = wanted.rating.value_or(0);
  const auto in_order = [&]<class Statement>() {
    return lines_of_film(
        tx.rows<Statement>({.film = wanted.film, .rating = rating, .limit = wanted.per_page, .skip = skip}));
  };
  const auto by_distance = [&](bool farthest) {
    return lines_of_film(tx.rows<sql::reviews_by_distance>({.film = wanted.film,
                                                            .rating = rating,
                                                            .average = ratings_of(tx, wanted.film).average(),
                                                            .farthest = farthest,
                                                            .limit = wanted.per_page,
                                                            .skip = skip}));
  };
  switch (wanted.order) {
    case ReviewOrder::Oldest: return in_order.operator()<sql::reviews_oldest>();
    case ReviewOrder::Longest: return in_order.operator()<sql::reviews_longest>();
    case ReviewOrder::MostAnswered: return in_order.operator()<sql::reviews_most_answered>();
    case ReviewOrder::ClosestToAverage: return by_distance(false);
    case ReviewOrder::FarthestFromAverage: return by_distance(true);
    case ReviewOrder::Newest: break;
  }
  return in_order.operator()<sql::reviews_newest>();
}

std::vector<ReviewLine> reviews_by(Tx& tx, MemberId member, std::optional<ReviewId> before, int limit) {
  std::vector<ReviewLine> lines;
  for (auto& row :
       tx.rows<sql::reviews_by_member>({.member = member, .before = before.value_or(kAfterAll), .limit = limit}))
    lines.push_back({.id = row.id,
                     .title = std::move(row.title),
                     .body = std::move(row.body),
                     .rating = row.rating,
                     .dated = std::move(row.dated),
                     .created = row.created,
                     .film_slug = std::move(row.film_slug),
                     .film_title = std::move(row.film_title),
                     .film_year = row.film_year});
  return lines;
}

std::vector<ReviewLine> latest_reviews(Tx& tx, std::optional<ReviewId> before, int limit) {
  return lines_of_films(tx.rows<sql::reviews_lately>({.before = before.value_or(kAfterAll), .limit = limit}));
}

std::vector<ReviewLine> reviews_about(Tx& tx, SceneId scene, int limit) {
  return lines_of_films(tx.rows<sql::reviews_of_scene>({.scene = scene, .limit = limit}));
}

std::int64_t count_reviews(Tx& tx, FilmId film, std::optional<std::int64_t> rating) {
  return tx.row<sql::reviews_of_film_count>({.film = film, .rating = rating.value_or(0)})->count;
}

std::vector<ReviewVersion> versions_of(Tx& tx, ReviewId review) {
  std::vector<ReviewVersion> versions;
  for (auto& row : tx.rows<sql::review_versions>({.review = review}))
    versions.push_back({.version = row.version,
                        .title = std::move(row.title),
                        .body = std::move(row.body),
                        .audience = std::move(row.audience),
                        .rating = row.rating,
                        .editor = std::move(row.editor_name),
                        .until = row.at});
  return versions;
}

std::variant<ReviewId, Refusal> write_review(Tx& tx, const Actor& actor, FilmId film, const ReviewText& sent,
                                             const std::string& form) {
  const auto kept = kept_text(sent);
  if (const auto* refusal = std::get_if<Refusal>(&kept)) return *refusal;
  const auto& text = std::get<ReviewText>(kept);
  const auto key = digest({"review", short_form(actor.member), short_form(film), form, text.title, text.body});
  if (const auto before = tx.row<sql::sent_find>({.digest = key})) return ReviewId{before->post.value};
  const auto id = make_id<ReviewId>();
  const auto at = now();
  tx.run<sql::review_add>({.id = id,
                           .film = film,
                           .author = actor.member,
                           .title = text.title,
                           .body = text.body,
                           .audience = text.audience,
                           .rating = text.rating,
                           .rating_kept = "",
                           .dated = iso_text(at),
                           .created = at});
  if (text.rating) take_rating_back(tx, actor.member, film);
  note_pictures(tx, Shows::Review, id.value, text.body);
  names_are_due(tx, id);
  tx.run<sql::sent_add>({.digest = key, .thread = {}, .post = PostId{id.value}, .at = at});
  return id;
}

std::optional<Refusal> edit_review(Tx& tx, const Actor& actor, ReviewId id, const ReviewText& sent) {
  const auto found = own_review(tx, actor, id);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const auto& before = std::get<Review>(found);
  if (before.state != ReviewState::Stands) return Refusal::ReviewNotFound;
  const auto kept = kept_text(sent);
  if (const auto* refusal = std::get_if<Refusal>(&kept)) return *refusal;
  const auto& text = std::get<ReviewText>(kept);
  if (is_as_before(before, text)) return Refusal::Unchanged;
  const auto at = now();
  tx.run<sql::review_version_add>({.review = id,
                                   .version = before.version,
                                   .title = before.title,
                                   .body = before.body,
                                   .audience = before.audience,
                                   .rating = before.rating,
                                   .editor = actor.member,
                                   .at = at});
  tx.run<sql::review_edit>({.review = id,
                            .title = text.title,
                            .body = text.body,
                            .audience = text.audience,
                            .rating = text.rating,
                            .edited = iso_text(at)});
  if (text.rating && text.rating != before.rating) take_rating_back(tx, actor.member, before.film);
  note_pictures(tx, Shows::Review, id.value, text.body);
  names_are_due(tx, id);
  return std::nullopt;
}

std::optional<Refusal> delete_review(Tx& tx, const Actor& actor, ReviewId id) {
  return change_own(tx, actor, id, ReviewState::Stands, ReviewState::DeletedByAuthor);
}

std::optional<Refusal> restore_review(Tx& tx, const Actor& actor, ReviewId id) {
  return change_own(tx, actor, id, ReviewState::DeletedByAuthor, ReviewState::Stands);
}

}  // namespace rialto::talk
