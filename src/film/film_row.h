// A row of any statement that selects a film's columns, made a Film.
#pragma once

#include "film/film.h"

namespace rialto::film {

inline std::optional<int> as_int(const std::optional<std::int64_t>& number) {
  if (!number) return std::nullopt;
  return static_cast<int>(*number);
}

inline std::optional<std::int64_t> as_wide(const std::optional<int>& number) {
  if (!number) return std::nullopt;
  return *number;
}

template <class Row>
Film film_of(Row row) {
  return {.id = row.id,
          .slug = std::move(row.slug),
          .title = std::move(row.title),
          .original_title = std::move(row.original_title),
          .original_language = std::move(row.original_language),
          .year = as_int(row.year),
          .minutes = as_int(row.minutes),
          .line = std::move(row.line),
          .countries = split_list(row.countries),
          .genres = split_list(row.genres),
          .fame = row.fame,
          .removed = row.removed,
          .source = std::move(row.source),
          .created = row.created,
          .version = row.version};
}

template <class Row>
std::vector<Film> films_of(std::vector<Row> rows) {
  std::vector<Film> films;
  films.reserve(rows.size());
  for (auto& row : rows) films.push_back(film_of(std::move(row)));
  return films;
}

}  // namespace rialto::film
