#include "film/film.h"

#include <algorithm>

#include "base/strings.h"
#include "film/film.sql.h"
#include "film/film_row.h"

namespace rialto::film {

namespace {

Credit credit_of(sql::film_credits::Row row) {
  return {.id = row.id,
          .department = department_of(row.department).value_or(Department::Production),
          .billing = row.billing,
          .job = std::move(row.job),
          .character = std::move(row.character),
          .person = row.person,
          .person_slug = std::move(row.person_slug),
          .person_name = std::move(row.person_name)};
}

}  // namespace

std::optional<Film> read_film(Tx& tx, FilmId id) {
  auto row = tx.row<sql::film_by_id>({.id = id});
  if (!row) return std::nullopt;
  return film_of(std::move(*row));
}

std::optional<Film> film_with_slug(Tx& tx, std::string_view slug) {
  if (auto row = tx.row<sql::film_by_slug>({.slug = slug})) return film_of(std::move(*row));
  if (auto row = tx.row<sql::film_by_old_slug>({.slug = slug})) return film_of(std::move(*row));
  return std::nullopt;
}

std::optional<FilmId> film_with_ref(Tx& tx, std::string_view source, std::string_view ref) {
  const auto row = tx.row<sql::film_by_ref>({.source = source, .ref = ref});
  if (!row) return std::nullopt;
  return row->film;
}

std::vector<Film> films_with_ids(Tx& tx, std::span<const FilmId> ids) {
  return films_of(tx.rows<sql::films_by_ids>({.ids = ids}));
}

FilmPage read_film_page(Tx& tx, const Film& film) {
  FilmPage page{.film = film};
  for (auto& row : tx.rows<sql::film_names>({.film = film.id}))
    page.titles.push_back({std::move(row.name), std::move(row.language)});
  for (auto& row : tx.rows<sql::film_refs>({.film = film.id}))
    page.refs.push_back({std::move(row.source), std::move(row.ref)});
  for (auto& row : tx.rows<sql::film_credits>({.film = film.id})) page.credits.push_back(credit_of(std::move(row)));
  std::stable_sort(page.credits.begin(), page.credits.end(),
                   [](const Credit& one, const Credit& other) { return one.department < other.department; });
  std::stable_sort(page.refs.begin(), page.refs.end(), [](const Ref& one, const Ref& other) {
    return doubt_in(one.source) < doubt_in(other.source);
  });
  return page;
}

std::vector<Film> films_titled(Tx& tx, std::string_view title) {
  const auto fold = folded(title);
  return films_of(tx.rows<sql::films_by_title>({.title_fold = fold}));
}

std::int64_t count_films(Tx& tx) { return tx.row<sql::film_count>()->films; }

std::string joined_list(const std::vector<std::string>& pieces) { return joined(pieces, ", "); }

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> pieces;
  for (const auto piece : split(text, ','))
    if (const auto kept = trimmed(piece); !kept.empty()) pieces.emplace_back(kept);
  return pieces;
}

std::string full_title(const Film& film) {
  return film.year ? film.title + " (" + std::to_string(*film.year) + ")" : film.title;
}

}  // namespace rialto::film
