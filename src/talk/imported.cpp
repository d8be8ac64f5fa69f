#include "talk/imported.h"

#include "db/db.h"
#include "talk/board.sql.h"
#include "talk/mention.h"
#include "talk/origin.sql.h"
#include "talk/post.sql.h"
#include "talk/review.sql.h"
#include "talk/thread.sql.h"
#include "talk/tree.h"

namespace rialto::talk {

namespace {

Parents parents_of(const std::vector<ImportedPost>& posts) {
  Parents parents;
  parents.reserve(posts.size());
  for (const auto& post : posts) parents.push_back(post.parent);
  return parents;
}

void add_posts(Tx& tx, ThreadId thread, const std::vector<ImportedPost>& posts, Time at) {
  const auto places = tree_places(parents_of(posts));
  for (std::size_t index = 0; index < posts.size(); ++index) {
    const auto& post = posts[index];
    const bool hangs = places[index].depth > 0;
    tx.run<sql::post_add>({.thread = thread,
                           .id = post.id,
                           .number = static_cast<std::int64_t>(index) + 1,
                           .rank = places[index].rank,
                           .depth = places[index].depth,
                           .parent = hangs ? std::optional(posts[*post.parent].id) : std::nullopt,
                           .author = post.author,
                           .dated = post.dated,
                           .edited = post.edited,
                           .state = static_cast<std::int64_t>(post.state),
                           .body = post.body,
                           .signature = post.signature,
                           .created = at});
    names_are_due(tx, post.id);
  }
}

}  // namespace

ThreadId add_imported_thread(Tx& tx, const ImportedThread& thread) {
  const auto id = make_id<ThreadId>();
  const auto at = now();
  const auto count = static_cast<std::int64_t>(thread.posts.size());
  const auto last_at = thread.last_at.value_or(at);
  const auto* const first = thread.posts.empty() ? nullptr : &thread.posts.front();
  const auto* const last = thread.posts.empty() ? nullptr : &thread.posts.back();
  tx.run<sql::thread_add>({.id = id,
                           .board = thread.board,
                           .title = thread.title,
                           .author = first ? first->author : std::nullopt,
                           .dated = first ? first->dated : "",
                           .posts = count,
                           .last_post = last ? std::optional(last->id) : std::nullopt,
                           .last_author = last ? last->author : std::nullopt,
                           .last_at = last_at,
                           .review = thread.review,
                           .created = at});
  add_posts(tx, id, thread.posts, at);
  tx.run<sql::board_grow>({.board = thread.board, .threads = 1, .posts = count, .at = last_at});
  if (thread.review) tx.run<sql::review_set_thread>({.review = *thread.review, .thread = id});
  return id;
}

ReviewId add_imported_review(Tx& tx, const ImportedReview& review) {
  const auto id = make_id<ReviewId>();
  tx.run<sql::review_add>({.id = id,
                           .film = review.film,
                           .author = review.author,
                           .title = review.title,
                           .body = review.body,
                           .audience = review.audience,
                           .rating = review.rating,
                           .rating_kept = review.rating_kept,
                           .minutes = review.minutes,
                           .dated = review.dated,
                           .created = now()});
  names_are_due(tx, id);
  return id;
}

std::optional<Known> known_by_origin(Tx& tx, const std::string& source, const std::string& foreign_id) {
  auto row = tx.row<sql::origin_find>({.source = source, .foreign_id = foreign_id});
  if (!row) return std::nullopt;
  return Known{.kind = std::move(row->subject_kind), .subject = row->subject};
}

void keep_origin(Tx& tx, const Origin& origin, const std::string& kind, std::int64_t subject) {
  tx.run<sql::origin_add>({.source = origin.source,
                           .foreign_id = origin.foreign_id,
                           .id = make_id<OriginId>(),
                           .subject_kind = kind,
                           .subject = subject,
                           .file = origin.file,
                           .copied = origin.copied,
                           .at = now()});
}

std::optional<Origin> origin_of(Tx& tx, const std::string& kind, std::int64_t subject) {
  auto row = tx.row<sql::origin_of>({.subject_kind = kind, .subject = subject});
  if (!row) return std::nullopt;
  return Origin{.source = std::move(row->source),
                .foreign_id = std::move(row->foreign_id),
                .file = std::move(row->file),
                .copied = std::move(row->copied)};
}

}  // namespace rialto::talk
