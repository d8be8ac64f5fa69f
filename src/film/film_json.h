// Films and people as JSON lines: our own format (shelf/README.md) and the keys that other catalogues use for the same.
// What a line has no key for stays empty; keys that mean nothing to us are passed over.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "film/facts.h"
#include "film/film_record.h"

namespace rialto::film {

using CatalogueRecord = std::variant<FilmRecord, PersonRecord>;

// One line. An object with a "title" is a film, one with a "name" a person. Values of a wrong type are errors.
Result<CatalogueRecord> read_json_line(std::string_view line);

// Our own format, one line without its ending.
std::string json_line(const FilmRecord& record);
std::string json_line(const PersonRecord& record);

// Some facts only, as `change.before` and `change.after` hold them; credits carry "person", the id's short form.
std::string facts_json(const FilmFacts& facts, const Fields& fields);

struct SomeFacts {
  FilmFacts facts;
  Fields fields;  // which of them the text told
};

Result<SomeFacts> read_facts_json(std::string_view text);

}  // namespace rialto::film
