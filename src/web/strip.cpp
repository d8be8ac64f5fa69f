#include "web/strip.h"

#include <algorithm>
#include <cmath>

#include "say/rows.h"
#include "say/scene.h"
#include "say/spoiler.h"
#include "text/mask.h"

namespace rialto::web {

namespace {

constexpr int kLong = 1000;  // of the strip
constexpr int kThinnest = 3;
constexpr int kThickest = 15;

// The ending is where it ends.
int x_of(const text::Place& place, int minutes) {
  const int minute = place.kind == text::Place::Kind::Ending ? minutes : place.minute;
  return std::clamp(minute, 0, minutes) * kLong / minutes;
}

// By the root, so that one scene that all talk about leaves others to be seen.
int thickness_of(std::int64_t texts, std::int64_t most) {
  if (most == 0) return kThinnest;
  return kThinnest + static_cast<int>(std::lround((kThickest - kThinnest) * std::sqrt(static_cast<double>(texts) / static_cast<double>(most))));
}

view::SceneMark mark_of(const film::Film& film, const film::Scene& scene, std::int64_t texts, const Telling& telling) {
  view::SceneMark mark{.name = telling.mask.masked(scene.facts.name), .href = scene_address(film, scene), .place = {}, .texts = {}, .veil = veil_of(film, scene, telling.language)};
  mark.place = told_place(scene, telling.language);
  if (texts > 0) mark.texts = say::scene::in_texts(telling.language, texts);
  return mark;
}

}  // namespace

std::string scene_address(const film::Film& film, const film::Scene& scene) { return "/film/" + film.slug + "/scene/" + film::address_part(scene); }

std::string told_place(const film::Scene& scene, Language language) {
  const auto& place = scene.facts.place;
  if (!place) return "";
  return place->kind == text::Place::Kind::Minute ? say::scene::at_minute(language, place->minute) : std::string(say::scene::at_end(language));
}

std::string told_name(const film::Scene& scene, const Telling& telling) {
  if (!scene.facts.spoils) return telling.mask.masked(scene.facts.name);
  if (!scene.facts.place) return std::string(say::scene::somewhere(telling.language));
  return say::scene::hidden(telling.language, told_place(scene, telling.language));
}

std::optional<SceneOfFilm> scene_with_film(Tx& tx, std::optional<SceneId> id) {
  auto scene = id ? film::find_scene(tx, *id) : std::nullopt;
  auto film = scene ? film::read_film(tx, scene->film) : std::nullopt;
  if (!film || film->removed) return std::nullopt;
  return SceneOfFilm{std::move(*film), std::move(*scene)};
}

std::optional<view::Link> link_to(const std::optional<SceneOfFilm>& about, const Telling& telling) {
  if (!about) return std::nullopt;
  return view::Link{told_name(about->scene, telling), scene_address(about->film, about->scene)};
}

std::optional<view::Veil> veil_of(const film::Film& film, const film::Scene& scene, Language language) {
  const auto spoiler = film::spoiler_of(scene);
  if (!spoiler) return std::nullopt;
  return view::Veil{.key = film::key_of(*spoiler), .title = say::spoiler::of_film(language, film::full_title(film), text::said(spoiler->place, language))};
}

view::Strip strip_of(const film::Film& film, const std::vector<film::Scene>& scenes, const talk::TextsOnScenes& texts, const Telling& telling) {
  view::Strip strip{.marks = {}, .new_href = "/film/" + film.slug + "/scenes/new", .length = {}, .half_hours = {}};
  const int minutes = static_cast<int>(film.minutes.value_or(0));
  std::int64_t most = 0;
  for (const auto& [scene, count] : texts) most = std::max(most, count);
  for (const auto& scene : scenes) {
    const auto found = texts.find(scene.id);
    const auto count = found == texts.end() ? 0 : found->second;
    auto mark = mark_of(film, scene, count, telling);
    if (scene.facts.place && minutes > 0) {
      mark.x = x_of(*scene.facts.place, minutes);
      mark.thickness = thickness_of(count, most);
      strip.length = say::rows::minutes(telling.language, minutes);
    }
    strip.marks.push_back(std::move(mark));
  }
  for (int minute = 30; minute < minutes && !strip.length.empty(); minute += 30) strip.half_hours.push_back(minute * kLong / minutes);
  return strip;
}

}  // namespace rialto::web
