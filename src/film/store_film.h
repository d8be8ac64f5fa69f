// Bringing a film that an import tells of into the catalogue: which one it is, and what it adds to it.
#pragma once

#include <string>
#include <string_view>

#include "base/time.h"
#include "db/db.h"
#include "film/facts.h"
#include "film/film_record.h"

namespace rialto::film {

struct StoredFilm {
  enum class How { New, Changed, Unchanged, Skipped } how = How::Unchanged;
  FilmId film;
  std::string why;  // of Skipped
};

// Known films are found by refs, then by folded title and year, where neither refs nor directors speak against it; two
// films of one import are never made one by their title. An import fills what is empty; what differs it corrects only
// where `source` is the one that made the film; what members changed by hand stays as they left it.
StoredFilm store_film(Tx& tx, FilmRecord record, std::string_view source, Time at);

// Trims, cuts and drops what can't be kept: refs of no known shape, years before 1874, empty names.
void clean(FilmFacts& facts);

enum class Correct { No, Yes };

// `before` with what `incoming` tells. Its credits carry their people.
FilmFacts merged(const FilmFacts& before, const FilmFacts& incoming, Correct correct, const Fields& edited_by_hand);

// The facts that members' changes left different from what they were before.
Fields edited_by_hand(Tx& tx, FilmId film, const FilmFacts& now);

}  // namespace rialto::film
