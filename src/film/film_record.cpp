#include "film/film_record.h"

#include <array>
#include <utility>

#include "base/strings.h"

namespace rialto::film {

namespace {

constexpr std::array<std::string_view, 7> kDepartments = {"direction", "writing",    "photography", "music",
                                                          "editing",   "production", "cast"};

constexpr std::array<std::pair<std::string_view, Department>, 34> kOtherNames = {{
    {"director", Department::Direction},
    {"directing", Department::Direction},
    {"directed by", Department::Direction},
    {"writer", Department::Writing},
    {"screenplay", Department::Writing},
    {"script", Department::Writing},
    {"author", Department::Writing},
    {"novel", Department::Writing},
    {"story", Department::Writing},
    {"cinematographer", Department::Photography},
    {"cinematography", Department::Photography},
    {"director of photography", Department::Photography},
    {"camera", Department::Photography},
    {"composer", Department::Music},
    {"original music composer", Department::Music},
    {"score", Department::Music},
    {"editor", Department::Editing},
    {"producer", Department::Production},
    {"executive producer", Department::Production},
    {"production designer", Department::Production},
    {"production_designer", Department::Production},
    {"production design", Department::Production},
    {"casting_director", Department::Production},
    {"casting director", Department::Production},
    {"casting", Department::Production},
    {"costume design", Department::Production},
    {"actor", Department::Cast},
    {"actress", Department::Cast},
    {"acting", Department::Cast},
    {"self", Department::Cast},
    {"voice", Department::Cast},
    {"archive_footage", Department::Cast},
    {"archive_sound", Department::Cast},
    {"narrator", Department::Cast},
}};

}  // namespace

std::string_view department_name(Department department) { return kDepartments[static_cast<std::size_t>(department)]; }

std::optional<Department> department_of(std::string_view name) {
  const auto lower = ascii_lower(trimmed(name));
  for (std::size_t at = 0; at < kDepartments.size(); ++at)
    if (kDepartments[at] == lower) return static_cast<Department>(at);
  for (const auto& [other, department] : kOtherNames)
    if (other == lower) return department;
  return std::nullopt;
}

bool is_plain_job(Department department, std::string_view job) {
  constexpr std::array<std::pair<Department, std::string_view>, 11> kPlain = {{
      {Department::Direction, "director"},
      {Department::Direction, "directed by"},
      {Department::Writing, "writer"},
      {Department::Writing, "written by"},
      {Department::Photography, "director of photography"},
      {Department::Photography, "cinematographer"},
      {Department::Music, "composer"},
      {Department::Editing, "editor"},
      {Department::Cast, "actor"},
      {Department::Cast, "actress"},
      {Department::Cast, "cast"},
  }};
  const auto lower = ascii_lower(job);
  for (const auto& [of, plain] : kPlain)
    if (of == department && plain == lower) return true;
  return false;
}

}  // namespace rialto::film
