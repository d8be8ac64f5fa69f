// Title cards of films from the catalogue.
#pragma once

#include <span>
#include <vector>

#include "film/film.h"
#include "web/view/card.h"

namespace rialto::web {

// One query for the directors of all.
std::vector<view::Card> cards_of(Tx& tx, std::span<const film::Film> films);
view::Card card_of(Tx& tx, const film::Film& film);

}  // namespace rialto::web
