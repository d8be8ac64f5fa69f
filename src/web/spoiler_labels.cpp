#include "web/spoiler_labels.h"

#include <algorithm>
#include <utility>

#include "say/spoiler.h"
#include "text/spoiler_label.h"

namespace rialto::web {

namespace {

std::vector<std::string> films_named_in(const std::vector<std::string>& written) {
  std::vector<std::string> films;
  for (const auto& one : written)
    if (auto label = text::spoiler_label(one); label && !label->film.empty()) films.push_back(std::move(label->film));
  return films;
}

}  // namespace

SpoilerLabels::SpoilerLabels(Tx& tx, std::vector<std::string> written, const std::optional<film::Film>& about)
    : written_(std::move(written)), films_(tx, films_named_in(written_)) {
  if (about) {
    about_ = about->id;
    about_title_ = film::full_title(*about);
  }
  read_scenes(tx);
}

std::optional<FilmId> SpoilerLabels::film_of(std::string_view film) const {
  if (film.empty()) return about_;
  const auto known = films_.find_known(film);
  return known ? std::optional(known->id) : std::nullopt;
}

void SpoilerLabels::read_scenes(Tx& tx) {
  for (const auto& one : written_) {
    const auto label = text::spoiler_label(one);
    if (!label || label->place.kind != text::Place::Kind::Scene) continue;
    const auto film = film_of(label->film);
    if (film && !scenes_.contains(*film)) scenes_.emplace(*film, film::scenes_of(tx, *film));
  }
}

const film::Scene* SpoilerLabels::scene_at(FilmId film, const text::Place& place) const {
  const auto scenes = place.kind == text::Place::Kind::Scene ? scenes_.find(film) : scenes_.end();
  return scenes == scenes_.end() ? nullptr : film::scene_named(scenes->second, place.scene);
}

// A scene happens where it stands in the film; one that isn't known might be anywhere, and counts as the end. One whose name
// gives something away is told by its place.
SpoilerLabels::Found SpoilerLabels::find(std::string_view written) const {
  const auto label = text::spoiler_label(written);
  const auto place = label ? label->place : text::Place::everything();
  const auto film = film_of(label ? label->film : "");
  if (!film) return {.spoiler = {}, .film = label ? label->film : "", .place = place};
  Found found{.spoiler = film::Spoiler{*film, place}, .film = about_title_, .place = place};
  if (label && !label->film.empty()) found.film = films_.find_known(label->film)->link.title;
  const auto* scene = scene_at(*film, place);
  if (!scene || !scene->facts.place) return found;
  found.spoiler->place = *scene->facts.place;
  if (scene->facts.spoils) found.place = *scene->facts.place;
  return found;
}

text::SpoilerOf SpoilerLabels::of(std::string_view written, Language language) const {
  const auto [spoiler, film, place] = find(written);
  text::SpoilerOf of{.key = spoiler ? film::key_of(*spoiler) : "", .title = std::string(written)};
  const auto label = text::spoiler_label(written);
  if (label && !film.empty()) of.title = place == text::Place::everything() ? film : say::spoiler::of_film(language, film, text::said(place, language));
  return of;
}

std::optional<view::Veil> SpoilerLabels::veil_of(std::string_view label, Language language) const {
  if (label.empty()) return std::nullopt;
  auto told = of(label, language);
  return view::Veil{.key = std::move(told.key), .title = std::move(told.title)};
}

std::vector<film::Spoiler> SpoilerLabels::known() const {
  std::vector<film::Spoiler> known;
  for (const auto& one : written_) {
    const auto found = find(one).spoiler;
    if (found && std::find(known.begin(), known.end(), *found) == known.end()) known.push_back(*found);
  }
  return known;
}

}  // namespace rialto::web
