// The scenes of the starter shelf: every line can be read, is of a film on the shelf, and can be true.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "film/scene_file.h"
#include "shelf_file.h"

using namespace rialto;

namespace {

std::vector<film::SceneLine> scene_lines() {
  std::ifstream in(std::filesystem::path(RIALTO_SOURCE_DIR) / "shelf" / "scenes.jsonl");
  std::vector<film::SceneLine> lines;
  for (std::string text; std::getline(in, text);) {
    auto line = film::read_scene_line(text);
    if (!line) throw std::runtime_error("shelf/scenes.jsonl:" + std::to_string(lines.size() + 1) + ": " + line.error().message);
    lines.push_back(std::move(*line));
  }
  return lines;
}

const shelf_test::Film* on_shelf(const film::SceneLine& line) {
  static const auto films = shelf_test::read_shelf();
  const auto found = std::ranges::find_if(films, [&](const auto& film) { return film.title == line.title && film.year == line.year && film.imdb == line.imdb; });
  return found == films.end() ? nullptr : &*found;
}

bool is_minute(const std::optional<text::Place>& place) { return place && place->kind == text::Place::Kind::Minute; }

}  // namespace

TEST(ShelfScenes, are_of_at_least_forty_films_of_the_shelf_each_once) {
  std::set<std::string> films;
  for (const auto& line : scene_lines()) {
    EXPECT_TRUE(on_shelf(line)) << line.title;
    EXPECT_TRUE(films.insert(line.imdb).second) << line.title << " stands there twice";
    EXPECT_GE(line.scenes.size(), 3u) << line.title;
  }
  EXPECT_GE(films.size(), 40u);
}

TEST(ShelfScenes, lie_within_their_films_and_give_nothing_away_later_than_they_happen) {
  for (const auto& line : scene_lines())
    for (const auto& scene : line.scenes) {
      ASSERT_TRUE(scene.place) << line.title << ", " << scene.name;
      if (!is_minute(scene.place)) continue;
      EXPECT_LT(scene.place->minute, on_shelf(line)->minutes) << line.title << ", " << scene.name;
      EXPECT_LE(is_minute(scene.spoils) ? scene.spoils->minute : 0, scene.place->minute) << line.title << ", " << scene.name;
    }
}

TEST(ShelfScenes, share_no_name_within_a_film) {
  for (const auto& line : scene_lines()) {
    std::set<std::string> names;
    for (const auto& scene : line.scenes) {
      EXPECT_TRUE(names.insert(scene.name).second) << line.title << ", " << scene.name;
      for (const auto& name : scene.names) EXPECT_TRUE(names.insert(name).second) << line.title << ", " << name;
    }
  }
}
