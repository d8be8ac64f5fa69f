// Which films of the catalogue a title may mean, and why: for imports and for links. It proposes, the caller decides.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.h"
#include "film/film.h"

namespace rialto::film {

struct MatchQuery {
  std::string title;
  std::optional<int> year;
  std::vector<std::string> people;  // who is named with it: directors, cast, characters
  std::string imdb;                 // "tt0113277", or ""
  std::string tmdb;
};

enum class Certainty {
  Sure,     // the id; title and year; or the only film of that title, with a person of it
  Likely,   // the only film of that title; a person decides among several; the year is off by one
  Possible  // one of several, or a title that is like it
};

struct Candidate {
  Film film;
  Certainty certainty = Certainty::Possible;
  std::string why;  // a sentence for people: "The only film called Heat of 1995."
};

// The best first; films of equal certainty by fame. At most `limit`. One that is Sure stands alone.
std::vector<Candidate> match_film(Tx& tx, const MatchQuery& query, int limit = 8);

}  // namespace rialto::film
