#include "film/director.h"

#include "db/db.h"
#include "film/director.sql.h"

namespace rialto::film {

std::unordered_map<FilmId, std::string> directors_of(Tx& tx, std::span<const FilmId> films) {
  std::unordered_map<FilmId, std::string> names;
  if (films.empty()) return names;
  for (auto& row : tx.rows<sql::film_directors>({.films = films})) names.try_emplace(row.film, std::move(row.name));
  return names;
}

}  // namespace rialto::film
