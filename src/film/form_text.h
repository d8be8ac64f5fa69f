// A film's facts as lines of text in a form, and back: one title, credit or id a line.
#pragma once

#include <string>
#include <vector>

#include "film/edit.h"
#include "film/film_record.h"

namespace rialto::film {

// What stands in the fields of the form, as it was typed.
struct FormText {
  std::string title, year, original_title, original_language, minutes, line;
  std::string countries, genres;  // "US, FR"
  std::string titles;             // "Fuego contra fuego (es)"
  std::string crew;               // "Direction: Michael Mann", "Writing: Michael Mann (screenplay)"
  std::string cast;               // "Al Pacino as Lt. Vincent Hanna"
  std::string refs;               // "imdb tt0113277"
};

FormText form_text(const FilmFacts& facts);

struct FormFacts {
  FilmFacts facts;
  std::vector<Fault> faults;  // what can't be understood: a year that is no number, a department that is none
};

// `known`: the facts that the form was made from. People who stand there keep their ids, and ids of imports' own sources,
// which a form does not show, are kept.
FormFacts facts_of(const FormText& text, const FilmFacts& known);

}  // namespace rialto::film
