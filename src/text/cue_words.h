// The words around a name that tell what it is: "watched", "starring", "as".
#pragma once

#include <cstddef>
#include <cstdint>

#include "text/name_words.h"

namespace rialto::text {

inline constexpr std::size_t kCues = 48;

// What a word tells of the whole text, or of itself; may be added up.
inline constexpr std::uint8_t kHintFilmTalk = 1;  // films are talked about
inline constexpr std::uint8_t kHintAnimated = 2;
inline constexpr std::uint8_t kHintOriginal = 4;  // of films of one title, an older one
inline constexpr std::uint8_t kHintNewest = 8;
inline constexpr std::uint8_t kHintNoName = 16;  // of the word itself: alone it names no person and no character

struct Cue {
  std::uint8_t number = 0;  // of the word's kind, below kCues; 0 for words that tell nothing
  std::uint8_t hints = 0;
};

Cue cue_of(WordHash word);

// Numbers of kinds that others ask for by name.
inline constexpr std::uint8_t kCueWatch = 1;
inline constexpr std::uint8_t kCueFilm = 2;
inline constexpr std::uint8_t kCueAnd = 12;
inline constexpr std::uint8_t kCueOr = 13;
inline constexpr std::uint8_t kCueAs = 14;
inline constexpr std::uint8_t kCueOther = 44;

}  // namespace rialto::text
