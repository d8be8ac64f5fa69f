// People as the catalogue holds them, and the reads behind their pages.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "db/db.h"
#include "film/credit.h"

namespace rialto::film {

struct Person {
  PersonId id;
  std::string slug;
  std::string name;
  std::string born;  // EDTF, "" if not known
  std::string died;
  std::int64_t version = 1;
};

struct PersonPage {
  Person person;
  std::vector<std::string> other_names;
  std::vector<Ref> refs;
  // By department in the order of Department, within it the newest film first, unknown years last.
  std::vector<FilmCredit> credits;
};

std::optional<Person> read_person(Tx& tx, PersonId id);

// Also by a former slug: then person.slug differs from what was asked for.
std::optional<Person> person_with_slug(Tx& tx, std::string_view slug);

// The people that are there, in no order.
std::vector<Person> people_with_ids(Tx& tx, std::span<const PersonId> ids);

std::optional<PersonId> person_with_ref(Tx& tx, std::string_view source, std::string_view ref);

PersonPage read_person_page(Tx& tx, const Person& person);

std::int64_t count_people(Tx& tx);

// Up to `most` films of each person, the best known first: "Heat (1995)". One query.
std::unordered_map<PersonId, std::vector<std::string>> known_for(Tx& tx, std::span<const PersonId> people, std::size_t most);

}  // namespace rialto::film
