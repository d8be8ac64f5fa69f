#include "film/person.h"

#include <algorithm>

#include "film/film_row.h"
#include "film/person.sql.h"

namespace rialto::film {

namespace {

template <class Row>
std::optional<Person> person_of(std::optional<Row> row) {
  if (!row) return std::nullopt;
  return Person{.id = row->id,
                .slug = std::move(row->slug),
                .name = std::move(row->name),
                .born = std::move(row->born),
                .died = std::move(row->died),
                .version = row->version};
}

FilmCredit credit_of(sql::person_credits::Row row) {
  return {.department = department_of(row.department).value_or(Department::Production),
          .job = std::move(row.job),
          .character = std::move(row.character),
          .film = row.film,
          .film_slug = std::move(row.slug),
          .film_title = std::move(row.title),
          .film_year = as_int(row.year),
          .film_fame = row.fame};
}

}  // namespace

std::optional<Person> read_person(Tx& tx, PersonId id) { return person_of(tx.row<sql::person_by_id>({.id = id})); }

std::vector<Person> people_with_ids(Tx& tx, std::span<const PersonId> ids) {
  std::vector<Person> people;
  for (auto& row : tx.rows<sql::people_by_ids>({.ids = ids}))
    people.push_back({.id = row.id, .slug = std::move(row.slug), .name = std::move(row.name), .born = std::move(row.born), .died = std::move(row.died), .version = row.version});
  return people;
}

std::optional<Person> person_with_slug(Tx& tx, std::string_view slug) {
  if (auto person = person_of(tx.row<sql::person_by_slug>({.slug = slug}))) return person;
  return person_of(tx.row<sql::person_by_old_slug>({.slug = slug}));
}

std::optional<PersonId> person_with_ref(Tx& tx, std::string_view source, std::string_view ref) {
  const auto row = tx.row<sql::person_by_ref>({.source = source, .ref = ref});
  if (!row) return std::nullopt;
  return row->person;
}

PersonPage read_person_page(Tx& tx, const Person& person) {
  PersonPage page{.person = person};
  for (auto& row : tx.rows<sql::person_names>({.person = person.id}))
    if (row.name != person.name) page.other_names.push_back(std::move(row.name));
  for (auto& row : tx.rows<sql::person_refs>({.person = person.id}))
    page.refs.push_back({std::move(row.source), std::move(row.ref)});
  for (auto& row : tx.rows<sql::person_credits>({.person = person.id})) page.credits.push_back(credit_of(std::move(row)));
  std::stable_sort(page.credits.begin(), page.credits.end(), [](const FilmCredit& one, const FilmCredit& other) {
    return one.department < other.department;
  });
  return page;
}

std::int64_t count_people(Tx& tx) { return tx.row<sql::person_count>()->people; }

std::unordered_map<PersonId, std::vector<std::string>> known_for(Tx& tx, std::span<const PersonId> people, std::size_t most) {
  std::unordered_map<PersonId, std::vector<std::string>> films;
  tx.each<sql::people_known_for>({.people = people}, [&](const auto& row) {
    auto& own = films[row.person];
    if (own.size() < most) own.push_back(row.year ? row.title + " (" + std::to_string(*row.year) + ")" : row.title);
  });
  return films;
}

}  // namespace rialto::film
