// Films as the catalogue holds them, and the reads behind their pages. Every function is a small fixed number of queries.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "db/db.h"
#include "film/credit.h"
#include "film/film_record.h"

namespace rialto::film {

struct Film {
  FilmId id;
  std::string slug;
  std::string title;
  std::string original_title;     // "" if it is the title
  std::string original_language;  // BCP 47, "" if not known
  std::optional<int> year;
  std::optional<int> minutes;
  std::string line;
  std::vector<std::string> countries;
  std::vector<std::string> genres;
  std::int64_t fame = 0;
  bool removed = false;  // taken back by its members; its page says so
  std::string source;    // the import that made it, "" for members
  Time created;
  std::int64_t version = 1;
};

// Everything that a film's page tells, but for the talk.
struct FilmPage {
  Film film;
  std::vector<FilmTitle> titles;  // all names, the title among them
  std::vector<Ref> refs;
  std::vector<Credit> credits;  // by department as Department orders them, then billing
};

std::optional<Film> read_film(Tx& tx, FilmId id);

// Also by a former slug: then film.slug differs from what was asked for, and the address should lead on to it.
std::optional<Film> film_with_slug(Tx& tx, std::string_view slug);

std::optional<FilmId> film_with_ref(Tx& tx, std::string_view source, std::string_view ref);

// The films that are there, in no order; for pages that name films.
std::vector<Film> films_with_ids(Tx& tx, std::span<const FilmId> ids);

FilmPage read_film_page(Tx& tx, const Film& film);

// Films of the same title (folded), by year: "Heat (1972), Heat (1986), Heat (1995)".
std::vector<Film> films_titled(Tx& tx, std::string_view title);

std::int64_t count_films(Tx& tx);

// Lists are kept in one column, ", " between.
std::string joined_list(const std::vector<std::string>& pieces);
std::vector<std::string> split_list(std::string_view text);

// "Heat (1995)"
std::string full_title(const Film& film);

}  // namespace rialto::film
