// Finding films and people by some words of their names, whatever the case and accents. The last word may be begun only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/db.h"
#include "film/film.h"
#include "film/person.h"

namespace rialto::film {

struct FindQuery {
  std::vector<std::string> words;  // folded
  std::optional<int> year;         // "heat 1995", "heat (1995)": narrows to that year where such films are
  std::string fold;                // the whole query without the year, folded
};

FindQuery find_query(std::string_view typed);

struct FoundFilm {
  Film film;
  std::string by_name;  // the name that matched, where it is not the title
};

struct FoundPerson {
  Person person;
  std::string by_name;
  std::int64_t credits = 0;
};

// Best first: exact titles, then names that begin so, then fame. At most `limit`.
std::vector<FoundFilm> find_films(Tx& tx, const FindQuery& query, int limit);

// Best first: exact names, then the number of credits.
std::vector<FoundPerson> find_people(Tx& tx, const FindQuery& query, int limit);

}  // namespace rialto::film
