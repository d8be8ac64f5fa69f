// Which film of the catalogue a page is about. Only one that fits without doubt is taken; all else is for a person.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "import/record.h"

namespace rialto {
class Tx;
}

namespace rialto::imports {

struct FilmCandidate {
  FilmId film;
  std::string slug;
  std::string title;
  std::optional<int> year;
  std::vector<std::string> genres;
  std::string why;
};

// "Heat (1995)"
std::string full_title(const FilmCandidate& film);

struct FilmLookup {
  std::optional<FilmCandidate> film;      // the one
  std::vector<FilmCandidate> candidates;  // or those that may be meant
  std::string why;                        // and why it is in doubt: "three films are called Heat"
};

// What a reader proposed, by title (in any language) and year; without a year only where one film alone has it.
FilmLookup look_up(Tx& tx, const FilmProposal& proposal);

// For a page for whose film nothing was proposed: taken is only what the heading names with its year, "Heat (1995)".
FilmLookup look_up_heading(Tx& tx, std::string_view heading);

// What a person named: a slug ("heat-1995"), the address of the film's page, a title with or without its year.
FilmLookup look_up_chosen(Tx& tx, std::string_view text);

// Those of the films that are (still) in the catalogue.
std::vector<FilmCandidate> films_with(Tx& tx, std::span<const FilmId> ids);

}  // namespace rialto::imports
