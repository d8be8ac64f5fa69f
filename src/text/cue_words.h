// The words around a name that tell what it is: "watched", "starring", "as".
#pragma once

#include <cstddef>
#include <cstdint>

#include "text/name_words.h"

namespace rialto::text {

inline constexpr std::size_t kCues = 40;

// 0 for words that tell nothing; else the number of their kind, below kCues.
std::uint8_t cue_of(WordHash word);

// Numbers of kinds that others ask for by name.
inline constexpr std::uint8_t kCueWatch = 1;
inline constexpr std::uint8_t kCueFilm = 2;

}  // namespace rialto::text
