// Lobby cards: the wide pictures that hang in a cinema's lobby. One stands for a page where its address is shown
// elsewhere: a film's title card by night, with its title, director and year, and the name of the house.
#pragma once

#include <string>
#include <string_view>

#include "card/facts.h"

namespace rialto::card {

// Units of the drawing; what shows addresses wants about this form.
inline constexpr int kLobbyWide = 400, kLobbyHigh = 210;

// SVG, self-contained as draw() is.
std::string lobby_card_of(const Facts& film, std::string_view house);

// Of the house alone.
std::string lobby_card_of(std::string_view house);

}  // namespace rialto::card
