// What the commands that read saved pages share: their bytes, and the films that the readers know.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "import/film_guess.h"

namespace rialto::app {

// "-" is standard input. Nothing if it can't be opened.
std::optional<std::string> bytes_of(const std::string& file);

// The films of a shelf's file, of the starter shelf if it is "". What is wrong with it goes to `problems`, and then no
// film is known.
std::vector<imports::KnownFilm> known_films(const std::string& shelf, std::ostream& problems);

}  // namespace rialto::app
