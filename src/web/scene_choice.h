// Which scene a thread or a review is to be about, where somebody begins one.
#pragma once

#include <optional>
#include <string>

#include "base/id.h"
#include "film/film.h"
#include "film/scene.h"
#include "web/view/frame.h"

namespace rialto {
class Tx;
}

namespace rialto::web {

struct Visit;

// As it was sent or as the address says it (film::address_part); empty: the whole film.
std::string scene_asked(const Visit& visit);

// The scenes of the film to choose from; nothing where it has none. Scenes that give something away are named to those alone
// who have seen so far.
std::optional<view::Select> scene_select(Visit& visit, const film::Film& film, std::string_view chosen);

// The scene of the film that is called so; nothing for none.
std::optional<film::Scene> scene_chosen(Tx& tx, const Visit& visit, FilmId film);

}  // namespace rialto::web
