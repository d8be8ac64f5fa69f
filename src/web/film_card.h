// Title cards of films from the catalogue.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "card/facts.h"
#include "film/film.h"
#include "web/view/card.h"

namespace rialto::web {

// One query for the directors of all.
std::vector<view::Card> cards_of(Tx& tx, std::span<const film::Film> films);
view::Card card_of(Tx& tx, const film::Film& film);

// What a film's card is drawn from. Both live as long as the facts are used.
card::Facts card_facts(const film::Film& film, std::string_view director);

// "/film/heat-1995/card.svg": whichever version there is.
std::string card_address(std::string_view slug);

// "/film/heat-1995/lobby.png?v=…": the wide picture that stands for what is about this film where it is shown elsewhere.
std::string lobby_card_address(const view::Card& card);

}  // namespace rialto::web
