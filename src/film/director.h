// Who directed, for lists and title cards.
#pragma once

#include <span>
#include <string>
#include <unordered_map>

#include "base/id.h"

namespace rialto {
class Tx;
}

namespace rialto::film {

// The first director of each film that has one, by one query.
std::unordered_map<FilmId, std::string> directors_of(Tx& tx, std::span<const FilmId> films);

}  // namespace rialto::film
