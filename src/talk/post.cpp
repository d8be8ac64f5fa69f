#include "talk/post.h"

#include <limits>

#include "db/db.h"
#include "talk/post.sql.h"

namespace rialto::talk {

namespace {

constexpr std::int64_t kGhost = 0;  // member.kind

template <class Row>
Post post_from(Row&& row, ThreadId thread) {
  // What a member signs with now stands under all their posts; what was imported keeps its own.
  auto signature = row.signature.empty() ? row.member_signature.value_or("") : std::move(row.signature);
  return {.thread = thread,
          .id = row.id,
          .number = row.number,
          .depth = row.depth,
          .parent = row.parent,
          .parent_number = row.parent_number,
          .parent_author = std::move(row.parent_name),
          .author = row.author,
          .author_name = std::move(row.author_name),
          .by_ghost = row.author_kind == kGhost,
          .dated = std::move(row.dated),
          .edited = std::move(row.edited),
          .state = static_cast<PostState>(row.state),
          .body = std::move(row.body),
          .signature = std::move(signature),
          .version = row.version,
          .created = row.created};
}

std::vector<Post> flat_page(Tx& tx, ThreadId thread, std::int64_t skip) {
  std::vector<Post> posts;
  tx.each<sql::posts_flat>({.thread = thread, .after = skip, .limit = kPostsPerPage},
                           [&](auto row) { posts.push_back(post_from(std::move(row), thread)); });
  return posts;
}

std::vector<Post> tree_page(Tx& tx, ThreadId thread, std::int64_t skip) {
  std::vector<Post> posts;
  tx.each<sql::posts_tree>({.thread = thread, .skip = skip, .limit = kPostsPerPage},
                           [&](auto row) { posts.push_back(post_from(std::move(row), thread)); });
  return posts;
}

}  // namespace

std::vector<Post> posts_of(Tx& tx, ThreadId thread, PostOrder order, int page) {
  const auto skip = std::int64_t{page - 1} * kPostsPerPage;
  return order == PostOrder::Flat ? flat_page(tx, thread, skip) : tree_page(tx, thread, skip);
}

std::optional<Post> find_post(Tx& tx, PostId id) {
  auto row = tx.row<sql::post_by_id>({.post = id});
  if (!row) return std::nullopt;
  const auto rank = row->rank;
  auto post = post_from(std::move(*row), row->thread);
  post.rank = rank;
  return post;
}

std::vector<Post> replies_to(Tx& tx, const Post& post, int limit) {
  std::vector<Post> replies;
  tx.each<sql::posts_replying>({.thread = post.thread, .parent = post.id, .limit = limit},
                               [&](auto row) { replies.push_back(post_from(std::move(row), post.thread)); });
  return replies;
}

std::optional<PostId> last_post(Tx& tx, ThreadId thread) {
  const auto row = tx.row<sql::post_newest>({.thread = thread});
  return row ? std::optional(row->id) : std::nullopt;
}

int page_of(Tx& tx, const Post& post, PostOrder order) {
  if (order == PostOrder::Flat) return static_cast<int>((post.number - 1) / kPostsPerPage) + 1;
  const auto row = tx.row<sql::post_place>({.thread = post.thread, .rank = post.rank});
  return static_cast<int>(row->place / kPostsPerPage) + 1;
}

std::vector<PostVersion> versions_of(Tx& tx, PostId post) {
  std::vector<PostVersion> versions;
  for (auto& row : tx.rows<sql::post_versions>({.post = post}))
    versions.push_back(
        {.version = row.version, .body = std::move(row.body), .editor = std::move(row.editor_name), .until = row.at});
  return versions;
}

std::vector<QuotedAuthor> authors_of(Tx& tx, const std::vector<PostId>& posts) {
  std::vector<QuotedAuthor> authors;
  if (posts.empty()) return authors;
  for (auto& row : tx.rows<sql::posts_named>({.posts = posts}))
    authors.push_back({.post = row.id, .name = row.author_name.value_or("#" + std::to_string(row.number))});
  return authors;
}

std::vector<PostElsewhere> posts_by(Tx& tx, MemberId member, std::optional<PostId> before, int limit) {
  std::vector<PostElsewhere> posts;
  const auto edge = before.value_or(PostId{std::numeric_limits<std::int64_t>::max()});
  for (auto& row : tx.rows<sql::posts_by_member>({.member = member, .before = edge, .limit = limit}))
    posts.push_back({.id = row.id,
                     .thread = row.thread,
                     .thread_title = std::move(row.title),
                     .dated = std::move(row.dated),
                     .body = std::move(row.body),
                     .board_kind = row.board_kind,
                     .board_slug = std::move(row.board_slug),
                     .board_title = std::move(row.board_title),
                     .board_year = row.year});
  return posts;
}

}  // namespace rialto::talk
