// What an author says a spoiler is of: a film, a place in it, or both.
//   Heat (1995), ending     [[Heat]], minute 60     Heat (1995)     Heat (1995), the runway (a scene)
//   ending                  the coffee shop scene               (of the film that the board is about)
// It stands before an inline spoiler, behind "::: spoiler", and in a first line that marks a whole text:
//   >![Heat (1995), ending] he lets go!<
//   >! [Heat (1995), ending]
//   ::: spoiler Heat (1995), ending
//   Spoilers: Heat (1995), ending
// A film is named with its year or in [[…]], so that no common words are taken for one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/place.h"

namespace rialto::text {

inline constexpr std::size_t kLongestLabel = 200;  // bytes

struct SpoilerLabel {
  std::string film;  // "Heat (1995)", "Heat"; empty: the board's
  Place place;

  bool operator==(const SpoilerLabel&) const = default;
};

std::optional<SpoilerLabel> spoiler_label(std::string_view words);

// What follows "Spoilers:" or "Spoilers for" in a line that is nothing but a mark of the whole text; "" where it says only
// "Spoilers:". Nothing if the line is no such mark.
std::optional<std::string_view> whole_text_label(std::string_view line);

// True if the first line of a text that isn't empty says that all of it is a spoiler.
bool is_whole_text_marked(std::string_view markdown);

// The label as it is kept: its text form, which spoiler_label() reads.
std::string text_of(const SpoilerLabel& label);

}  // namespace rialto::text
