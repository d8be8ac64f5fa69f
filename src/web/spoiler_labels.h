// What the spoilers in a page's texts are of, looked up once for all of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "film/film.h"
#include "film/scene.h"
#include "film/spoiler.h"
#include "say/language.h"
#include "text/markup.h"
#include "web/film_links.h"
#include "web/view/thread.h"

namespace rialto::web {

class SpoilerLabels {
 public:
  SpoilerLabels() = default;

  // `written`: labels and titles as they stand in the texts (text::References::spoilers). `about`: the film that is talked of
  // there; a spoiler that names no film is of that one.
  SpoilerLabels(Tx& tx, std::vector<std::string> written, const std::optional<film::Film>& about);

  // What the reader is told, and the key that opens it for those who may see it.
  text::SpoilerOf of(std::string_view written, Language language) const;

  // A label that lies over a whole thread, looked up with those of its texts.
  std::optional<view::Veil> veil_of(std::string_view label, Language language) const;

  // All that are known, each once.
  std::vector<film::Spoiler> known() const;

 private:
  struct Found {
    std::optional<film::Spoiler> spoiler;
    std::string film;   // "Heat (1995)"
    text::Place place;  // as the reader is told of it
  };
  Found find(std::string_view written) const;

  std::vector<std::string> written_;
  FilmLinks films_;
  void read_scenes(Tx& tx);
  std::optional<FilmId> film_of(std::string_view film) const;
  const film::Scene* scene_at(FilmId film, const text::Place& place) const;

  std::unordered_map<FilmId, std::vector<film::Scene>> scenes_;  // of films of which a scene is named
  std::optional<FilmId> about_;
  std::string about_title_;
};

}  // namespace rialto::web
