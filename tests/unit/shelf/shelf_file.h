// The starter shelf and the catalogue beside the project, as the shelf's tests read them.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::shelf_test {

struct Credit {
  std::string name, department, job, character, imdb;
  int order = 0;  // cast only, from 1
};

struct Film {
  std::string title, original_title, language, line, imdb, wikidata;
  int year = 0, minutes = 0;
  std::vector<std::string> countries, genres, title_languages, titles;
  std::vector<Credit> credits;

  std::string label() const { return title + " (" + std::to_string(year) + ")"; }
  bool is_documentary() const;
  std::vector<std::string> names(std::string_view department) const;
};

// The films of shelf/films.jsonl in the order of the file. Throws with the line's number if one isn't as it must be.
std::vector<Film> read_shelf();

// What ../shared/data says of a film; empty or 0 where it says nothing.
struct Known {
  std::string imdb;
  int year = 0, minutes = 0;
  std::vector<std::string> directors;
};

// The joined catalogue's rows with these ids; nothing if ../shared/data isn't there (RIALTO_SHARED overrides where).
std::optional<std::vector<Known>> read_known(const std::set<std::string>& imdb_ids);

// True if the last word of one name is a word of the other: "Zhang Yimou" and "Yimou Zhang", "G. W. Pabst" and
// "Georg Wilhelm Pabst". Case and accents don't count.
bool same_person(std::string_view one, std::string_view other);

}  // namespace rialto::shelf_test
