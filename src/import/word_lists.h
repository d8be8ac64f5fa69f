// Lists of words that pages print, and lines taken apart into words.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace rialto::imports {

// Lists are written as one text with "|" between the words; what comes back is folded (base/strings.h).
std::unordered_set<std::string> folded_set(std::string_view words);
std::vector<std::string> folded_list(std::string_view words);

// The words of a folded line; numbers and signs are left out.
std::vector<std::string> words_of(std::string_view folded_line);

bool starts_with_any(std::string_view line, const std::vector<std::string>& starts);

}  // namespace rialto::imports
