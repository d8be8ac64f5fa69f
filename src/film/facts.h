// A film's facts in the database: read as a whole, written by their differences. The one way that imports and members'
// edits take into the tables.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/time.h"
#include "db/db.h"
#include "film/film_record.h"
#include "say/language.h"

namespace rialto::film {

enum class Field {
  Title,
  Year,
  OriginalTitle,
  OriginalLanguage,
  Minutes,
  Line,
  Countries,
  Genres,
  Titles,
  Refs,
  Credits,
};
using Fields = std::set<Field>;

// The key in our JSON ("original_title", "ids"), and how a form calls it ("Original title", "Ids elsewhere").
std::string_view field_key(Field field);
std::string_view field_label(Field field, Language language);
const std::vector<Field>& all_fields();

// Which facts differ. Names and refs are compared as sets, credits in order.
Fields differing(const FilmFacts& one, const FilmFacts& other);

// Copies one fact.
void take(FilmFacts& into, const FilmFacts& from, Field field);

// The film must be there. Credits carry the person's id and name, no refs.
FilmFacts read_facts(Tx& tx, FilmId film);

struct NewFilm {
  std::string_view source;  // the import, "" for a member
  std::int64_t fame = 0;
  Time at;
  FilmId id;  // 0: a new one is made
};

// Credits must carry their people (people.h). Refs that another film has are left out.
FilmId insert_film(Tx& tx, const FilmFacts& facts, const NewFilm& as);

// Makes the film's facts `after`, raises its version, and gives it a new slug where title or year changed.
void write_facts(Tx& tx, FilmId film, const FilmFacts& before, const FilmFacts& after);

}  // namespace rialto::film
