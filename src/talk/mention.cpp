#include "talk/mention.h"

#include <algorithm>
#include <utility>

#include "db/db.h"
#include "film/scene.h"
#include "member/member.h"
#include "talk/board.h"
#include "talk/mention.sql.h"

namespace rialto::talk {

namespace {

constexpr BoardKind kAnyBoard{-1};     // no board's kind: all are looked at
constexpr std::int64_t kLatest = 500;  // texts naming a film or person that are looked at

std::string titled(const std::string& title, const std::optional<std::int64_t>& year) {
  return year ? title + " (" + std::to_string(*year) + ")" : title;
}

text::FilmLink target_of(const sql::mentions_of::Row& row) {
  if (row.person_slug) return {.address = "/person/" + *row.person_slug, .title = row.person_name.value_or("")};
  text::FilmLink film{.address = "/film/" + row.film_slug.value_or(""), .title = titled(row.film_title.value_or(""), row.film_year)};
  if (!row.scene) return film;
  film::Scene scene;
  scene.id = *row.scene;
  scene.slug = row.scene_slug.value_or("");
  scene.facts.name = row.scene_name.value_or("");
  scene.facts.spoils = text::place_in(row.scene_spoils.value_or(""));
  return film::link_of(std::move(film), scene);
}

text::NameLink link_of(const sql::mentions_of::Row& row) {
  auto target = target_of(row);
  return {.begin = static_cast<std::size_t>(row.starts), .end = static_cast<std::size_t>(row.ends), .address = std::move(target.address), .title = std::move(target.title)};
}

// What posts and reviews have in common.
template <class Row>
NamingText naming_text(Row& row) {
  const auto size = row.around.size();
  const auto begin = std::min(static_cast<std::size_t>(row.around_starts), size), end = std::clamp(static_cast<std::size_t>(row.around_ends), begin, size);
  return {.text = PostId{},
          .before = row.around.substr(0, begin),
          .name = row.around.substr(begin, end - begin),
          .after = row.around.substr(end),
          .dated = std::move(row.dated),
          .author = row.author,
          .author_name = std::move(row.author_name),
          .by_ghost = row.author_kind == static_cast<std::int64_t>(member::Kind::Ghost)};
}

NamingText text_of(sql::posts_naming::Row& row) {
  auto naming = naming_text(row);
  naming.text = row.post;
  naming.title = std::move(row.thread_title);
  naming.board_kind = row.board_kind;
  naming.board_slug = std::move(row.board_slug);
  naming.board_title = std::move(row.board_title);
  naming.board_year = row.board_year;
  return naming;
}

NamingText text_of(sql::reviews_naming::Row& row) {
  auto naming = naming_text(row);
  naming.text = row.review;
  naming.title = std::move(row.title);
  naming.board_kind = static_cast<std::int64_t>(BoardKind::Film);
  naming.board_slug = std::move(row.film_slug);
  naming.board_title = std::move(row.film_title);
  naming.board_year = row.film_year;
  return naming;
}

// Ids are in order of time.
void put_newest_first(std::vector<NamingText>& texts, std::size_t limit) {
  std::sort(texts.begin(), texts.end(), [](const auto& one, const auto& other) { return number_of(one.text) > number_of(other.text); });
  if (texts.size() > limit) texts.resize(limit);
}

// own: the kind of board that isn't looked at where it is the thing's own.
std::vector<NamingText> naming(Tx& tx, const char* names, std::int64_t target, BoardKind own, std::size_t limit) {
  std::vector<NamingText> texts;
  const auto most = static_cast<std::int64_t>(limit);
  for (auto& row : tx.rows<sql::posts_naming>({.names = names, .target = target, .board_kind = static_cast<std::int64_t>(own), .latest = kLatest, .limit = most}))
    texts.push_back(text_of(row));
  const FilmId own_film{own == BoardKind::Film ? target : 0};
  for (auto& row : tx.rows<sql::reviews_naming>({.names = names, .target = target, .own = own_film, .latest = kLatest, .limit = most}))
    texts.push_back(text_of(row));
  put_newest_first(texts, limit);
  return texts;
}

}  // namespace

void names_are_due(Tx& tx, PostId post) { tx.run<sql::names_due_add>({.kind = "post", .subject = post.value}); }
void names_are_due(Tx& tx, ReviewId review) { tx.run<sql::names_due_add>({.kind = "review", .subject = review.value}); }
void names_are_due(Tx& tx, ThreadId thread) { tx.run<sql::names_due_add_of_thread>({.thread = thread}); }

void forget_names_of(Tx& tx, MemberId member) {
  tx.run<sql::names_due_add_posts_of>({.member = member});
  tx.run<sql::names_due_add_reviews_of>({.member = member});
  tx.run<sql::mentions_take_of_member>({.member = member});
}

NameLinks names_in(Tx& tx, const std::vector<Post>& posts) {
  std::vector<std::int64_t> ids;
  std::unordered_map<PostId, std::int64_t> versions;
  for (const auto& post : posts) {
    ids.push_back(post.id.value);
    versions[post.id] = post.version;
  }
  NameLinks links;
  if (ids.empty()) return links;
  for (const auto& row : tx.rows<sql::mentions_of>({.kind = "post", .subjects = ids}))
    if (row.version == versions[PostId{row.subject}] && (row.film_slug || row.person_slug)) links[PostId{row.subject}].push_back(link_of(row));
  return links;
}

std::vector<text::NameLink> names_in(Tx& tx, const Review& review) {
  std::vector<text::NameLink> links;
  const std::vector<std::int64_t> subjects{review.id.value};
  for (const auto& row : tx.rows<sql::mentions_of>({.kind = "review", .subjects = subjects}))
    if (row.version == review.version && (row.film_slug || row.person_slug)) links.push_back(link_of(row));
  return links;
}

std::vector<NamingText> texts_naming(Tx& tx, FilmId film, std::size_t limit) { return naming(tx, "film", film.value, BoardKind::Film, limit); }
std::vector<NamingText> texts_naming(Tx& tx, PersonId person, std::size_t limit) { return naming(tx, "person", person.value, BoardKind::Person, limit); }
std::vector<NamingText> texts_naming(Tx& tx, SceneId scene, std::size_t limit) { return naming(tx, "scene", scene.value, kAnyBoard, limit); }

std::vector<NamedWith> films_named_with(Tx& tx, FilmId film, int limit) {
  std::vector<NamedWith> films;
  for (const auto& row : tx.rows<sql::films_named_with>({.film = film, .latest = kLatest, .limit = limit})) films.push_back({row.film, row.posts});
  return films;
}

}  // namespace rialto::talk
