// What a spoiler gives away: of which film, and where in it that happens.
#pragma once

#include <optional>
#include <string>

#include "base/id.h"
#include "text/place.h"

namespace rialto::film {

struct Spoiler {
  FilmId film;
  text::Place place;

  bool operator==(const Spoiler&) const = default;
};

// The same for spoilers that the same readers may see: "3x9-45", "3x9-end" (by who has seen all of the film). A scene whose
// minute isn't known counts as the end.
std::string key_of(const Spoiler& spoiler);

// What a member has seen of a film.
struct Seen {
  FilmId film;
  std::optional<int> minutes;  // up to there; nothing: all of it
};
bool covers(const Seen& seen, const Spoiler& spoiler);

}  // namespace rialto::film
