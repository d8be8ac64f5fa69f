#include "talk/scene_talk.h"

#include <algorithm>

#include "db/db.h"
#include "talk/scene_talk.sql.h"

namespace rialto::talk {

namespace {

template <class Statement>
void add_texts(Tx& tx, FilmId film, TextsOnScenes& texts) {
  for (const auto& row : tx.rows<Statement>({.film = film})) texts[row.scene] += row.texts;
}

}  // namespace

TextsOnScenes texts_on_scenes(Tx& tx, FilmId film) {
  TextsOnScenes texts;
  add_texts<sql::posts_naming_scenes>(tx, film, texts);
  add_texts<sql::posts_about_scenes>(tx, film, texts);
  add_texts<sql::reviews_on_scenes>(tx, film, texts);
  return texts;
}

std::vector<ThreadElsewhere> threads_about(Tx& tx, SceneId scene, int limit) {
  std::vector<ThreadId> ids;
  for (const auto& row : tx.rows<sql::threads_about_scene>({.scene = scene, .limit = limit})) ids.push_back(row.id);
  auto threads = threads_named(tx, ids);
  std::sort(threads.begin(), threads.end(), [](const auto& one, const auto& other) { return one.last_at > other.last_at; });
  return threads;
}

void set_scene(Tx& tx, ThreadId thread, std::optional<SceneId> scene) { tx.run<sql::thread_set_scene>({.thread = thread, .scene = scene}); }
void set_scene(Tx& tx, ReviewId review, std::optional<SceneId> scene) { tx.run<sql::review_set_scene>({.review = review, .scene = scene}); }

std::optional<SceneId> scene_of(Tx& tx, ThreadId thread) {
  const auto row = tx.row<sql::scene_of_thread>({.thread = thread});
  return row ? row->scene : std::nullopt;
}

std::optional<SceneId> scene_of(Tx& tx, ReviewId review) {
  const auto row = tx.row<sql::scene_of_review>({.review = review});
  return row ? row->scene : std::nullopt;
}

void scenes_changed(Tx& tx, FilmId film) {
  tx.run<sql::names_due_add_board_of>({.film = film});
  tx.run<sql::names_due_add_reviews_of_film>({.film = film});
}

}  // namespace rialto::talk
