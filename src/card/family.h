// Families of composition: each is a tradition of film posters, with its time, its genres and its countries.
#pragma once

#include <span>
#include <string_view>

#include "card/facts.h"

namespace rialto::card {

enum class Family {
  Constructivist,  // Soviet, 1923 to 1932: diagonals, wedges, red and black
  Expressionist,   // German, 1919 to 1933: slanted houses, jagged light
  Deco,            // 1925 to 1942: fans, steps and gold lines about an axis
  Bill,            // letterpress bills in wood type, each line as wide as the sheet
  Blinds,          // film noir, 1940 to 1958: light through slats
  CutPaper,        // 1954 to 1968: shapes and letters cut with scissors
  Woodblock,       // Japanese prints: a sun, waves, mountains
  Swiss,           // 1955 to 1975: a grid, a grotesk, one figure
  PolishSchool,    // 1955 to 1980: a painted sign that stands for the film
  Halftone,        // French and new waves, 1958 to 1972: a printed dot, seen large
  Spiral,          // thrillers of 1958 to 1980: a whirl that draws one in
  Paperback,       // 1960s and 1970s: a band with the title over a picture
  Stripes,         // 1968 to 1982: bands of warm colour that bend
  Video,           // tapes of 1979 to 1996: a grid under a striped sun
  Horizon,         // 1977 to 2005: a planet's rim and one light
  ContactSheet,    // documentaries: frames of film, one of them marked
  PictureBook,     // films for children: hills, round trees, a moon
  Lights,          // since 1985: a city by night, out of focus
  Ridges,          // since 1996: hills, dunes or a wood in flat layers
  Minimal,         // since 1995: one small thing in a wide field
  Title,           // since 1990: a large Latin on a plain ground, as on a festival's sheet
};
inline constexpr int kFamilies = static_cast<int>(Family::Title) + 1;

// "constructivist": for addresses and names in tests.
std::string_view name_of(Family family);

// Chosen by year, genres and countries, and among what fits by a hash of title and year.
Family family_of(const Facts& facts);

}  // namespace rialto::card
