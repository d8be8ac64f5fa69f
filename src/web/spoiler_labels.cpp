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
  if (!about) return;
  about_ = about->id;
  about_title_ = film::full_title(*about);
}

SpoilerLabels::Found SpoilerLabels::find(std::string_view written) const {
  const auto label = text::spoiler_label(written);
  const auto place = label ? label->place : text::Place::everything();
  if (!label || label->film.empty()) {
    if (!about_) return {};
    return {.spoiler = film::Spoiler{*about_, place}, .film = about_title_};
  }
  const auto film = films_.find_known(label->film);
  if (!film) return {.spoiler = {}, .film = label->film};
  return {.spoiler = film::Spoiler{film->id, place}, .film = film->link.title};
}

text::SpoilerOf SpoilerLabels::of(std::string_view written, Language language) const {
  const auto [spoiler, film] = find(written);
  text::SpoilerOf of{.key = spoiler ? film::key_of(*spoiler) : "", .title = std::string(written)};
  const auto label = text::spoiler_label(written);
  if (label && !film.empty()) of.title = label->place == text::Place::everything() ? film : say::spoiler::of_film(language, film, text::said(label->place, language));
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
