// What a film and a person are, told as plain facts: what imports read, exports write, and members edit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "film/ref.h"

namespace rialto::film {

enum class Department { Direction, Writing, Photography, Music, Editing, Production, Cast };

// "direction", "writing", "photography", "music", "editing", "production", "cast": as stored and as in our JSON.
std::string_view department_name(Department department);

// Reads those names, and what other catalogues call them ("Director", "cinematographer", "actress"…).
std::optional<Department> department_of(std::string_view name);

// Whether the job says no more than the department does ("Director" of direction).
bool is_plain_job(Department department, std::string_view job);

struct FilmTitle {
  std::string title;
  std::string language;  // BCP 47, "" if not known

  friend auto operator<=>(const FilmTitle&, const FilmTitle&) = default;
};

struct CreditFact {
  std::string name;
  Department department = Department::Cast;
  std::string job;        // "" for the department's plain job
  std::string character;  // of the cast
  PersonId person;        // 0 where only the name is known
  std::vector<Ref> refs;  // of the person

  friend bool operator==(const CreditFact&, const CreditFact&) = default;
};

struct FilmFacts {
  std::string title;
  std::optional<int> year;
  std::string original_title;     // "" if it is the title
  std::string original_language;  // BCP 47
  std::optional<int> minutes;
  std::string line;  // one sentence about it
  std::vector<std::string> countries;  // ISO 3166-1 alpha-2 where known
  std::vector<std::string> genres;
  std::vector<FilmTitle> titles;    // other names; the title itself need not be among them
  std::vector<Ref> refs;
  std::vector<CreditFact> credits;  // in order of billing within each department

  friend bool operator==(const FilmFacts&, const FilmFacts&) = default;
};

// A film as an import brings it. Facts that it doesn't tell are empty.
struct FilmRecord {
  FilmFacts facts;
  std::string own_id;       // the source's id of the record: kept as a ref of that source
  std::int64_t fame = 0;    // larger is better known
  bool known_only = false;  // adds to a film that is there already, makes none
};

struct PersonRecord {
  std::string name;
  std::string born;  // EDTF, "" if not known
  std::string died;
  std::vector<std::string> names;  // others
  std::vector<Ref> refs;
  bool known_only = false;
};

}  // namespace rialto::film
