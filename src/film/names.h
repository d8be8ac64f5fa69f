// What is computed from a film's or person's name: the words to find it by, where it stands in a list, its address.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/db.h"

namespace rialto::film {

// The folded words of a name, each once: "Dr. Strangelove" gives "dr", "strangelove". At most 24 of at most 60 bytes.
std::vector<std::string> words_of(std::string_view name);

// Folded, without a leading article of its language (English where the language isn't known): what lists sort by.
std::string sort_fold(std::string_view title, std::string_view language);

// "heat-1995"; "film" for titles without a letter that an address can carry.
std::string film_slug_base(std::string_view title, std::optional<int> year);
std::string person_slug_base(std::string_view name);

// `base`, or with "-2", "-3"… the first that no film has or had.
std::string free_film_slug(Tx& tx, const std::string& base);
std::string free_person_slug(Tx& tx, const std::string& base);

}  // namespace rialto::film
