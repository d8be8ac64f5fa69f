// A credit ties a person to a film: department, job, character, billing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "film/film_record.h"

namespace rialto::film {

// As a film's page shows it.
struct Credit {
  CreditId id;
  Department department = Department::Cast;
  std::int64_t billing = 0;  // 1 first
  std::string job;
  std::string character;
  PersonId person;
  std::string person_slug;
  std::string person_name;
};

// As a person's page shows it.
struct FilmCredit {
  Department department = Department::Cast;
  std::string job;
  std::string character;
  FilmId film;
  std::string film_slug;
  std::string film_title;
  std::optional<int> film_year;
  std::int64_t film_fame = 0;
};

}  // namespace rialto::film
