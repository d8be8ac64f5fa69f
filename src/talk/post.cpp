#include "talk/post.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "db/db.h"
#include "talk/post.sql.h"

namespace rialto::talk {

namespace {

constexpr std::int64_t kGhost = 0;  // member.kind

// All but who wrote it and what it replies to.
template <class Row>
Post post_from(Row&& row, ThreadId thread) {
  return {.thread = thread,
          .id = row.id,
          .number = row.number,
          .depth = row.depth,
          .parent = row.parent,
          .author = row.author,
          .dated = std::move(row.dated),
          .edited = std::move(row.edited),
          .state = static_cast<PostState>(row.state),
          .body = std::move(row.body),
          .signature = std::move(row.signature),
          .version = row.version,
          .created = row.created};
}

// What a member signs with now stands under all their posts; what was imported keeps its own.
void sign(Post& post, std::string own) {
  if (post.signature.empty()) post.signature = std::move(own);
}

// Few members write many posts: each is read once.
void add_writers(Tx& tx, std::vector<Post>& posts) {
  std::vector<MemberId> ids;
  for (const auto& post : posts)
    if (post.author && std::find(ids.begin(), ids.end(), *post.author) == ids.end()) ids.push_back(*post.author);
  if (ids.empty()) return;
  std::unordered_map<MemberId, sql::writers_named::Row> writers;
  for (auto& row : tx.rows<sql::writers_named>({.members = ids})) writers.emplace(row.id, std::move(row));
  for (auto& post : posts) {
    const auto writer = post.author ? writers.find(*post.author) : writers.end();
    if (writer == writers.end()) continue;
    post.author_name = writer->second.name;
    post.by_ghost = writer->second.kind == kGhost;
    sign(post, writer->second.signature);
  }
}

// What posts reply to mostly stands beside them.
void add_parents(Tx& tx, std::vector<Post>& posts) {
  std::unordered_map<PostId, const Post*> here;
  for (const auto& post : posts) here.emplace(post.id, &post);
  std::vector<PostId> elsewhere;
  for (auto& post : posts) {
    if (!post.parent) continue;
    const auto parent = here.find(*post.parent);
    if (parent == here.end()) {
      elsewhere.push_back(*post.parent);
    } else {
      post.parent_number = parent->second->number;
      post.parent_author = parent->second->author_name;
    }
  }
  if (elsewhere.empty()) return;
  std::unordered_map<PostId, sql::posts_named::Row> parents;
  for (auto& row : tx.rows<sql::posts_named>({.posts = elsewhere})) parents.emplace(row.id, std::move(row));
  for (auto& post : posts)
    if (const auto parent = post.parent ? parents.find(*post.parent) : parents.end(); parent != parents.end()) {
      post.parent_number = parent->second.number;
      post.parent_author = parent->second.author_name;
    }
}

template <class Query>
std::vector<Post> read_posts(Tx& tx, const typename Query::In& in) {
  std::vector<Post> posts;
  tx.each<Query>(in, [&](auto row) { posts.push_back(post_from(std::move(row), in.thread)); });
  add_writers(tx, posts);
  add_parents(tx, posts);
  return posts;
}

}  // namespace

std::vector<Post> posts_of(Tx& tx, ThreadId thread, PostOrder order, int page) {
  const auto skip = std::int64_t{page - 1} * kPostsPerPage;
  if (order == PostOrder::Flat) return read_posts<sql::posts_flat>(tx, {.thread = thread, .after = skip, .limit = kPostsPerPage});
  return read_posts<sql::posts_tree>(tx, {.thread = thread, .skip = skip, .limit = kPostsPerPage});
}

std::optional<Post> find_post(Tx& tx, PostId id) {
  auto row = tx.row<sql::post_by_id>({.post = id});
  if (!row) return std::nullopt;
  auto post = post_from(std::move(*row), row->thread);
  post.rank = row->rank;
  post.parent_number = row->parent_number;
  post.parent_author = std::move(row->parent_name);
  post.author_name = std::move(row->author_name);
  post.by_ghost = row->author_kind == kGhost;
  sign(post, row->member_signature.value_or(""));
  return post;
}

std::vector<Post> replies_to(Tx& tx, const Post& post, int limit) {
  return read_posts<sql::posts_replying>(tx, {.thread = post.thread, .parent = post.id, .limit = limit});
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
                     .thread_spoils = std::move(row.spoils),
                     .board_kind = row.board_kind,
                     .board_slug = std::move(row.board_slug),
                     .board_title = std::move(row.board_title),
                     .board_year = row.year});
  return posts;
}

}  // namespace rialto::talk
