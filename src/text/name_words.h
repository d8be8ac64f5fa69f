// The words of a text as names are compared: folded, without accents, cheap enough to run over every post. Not a general
// word break: "Howl's" is one word, "Wall-E" two, each Chinese or Japanese sign one of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::text {

// A word's hash says all about it: two words with one hash are one word. Built letter by letter so that the hash of two
// words written together is made of both: see joined().
struct WordHash {
  std::uint64_t value = 0;
  std::uint32_t letters = 0;  // bytes of the folded word

  void add(char letter) {
    if (letters >= kLongest) return;
    value = value * kBase + static_cast<unsigned char>(letter) + 1;
    ++letters;
  }
  friend bool operator==(WordHash, WordHash) = default;

  static constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15ULL;  // odd, so that no letter is lost
  static constexpr std::uint32_t kLongest = 64;                  // letters that are hashed; the rest of a word is passed over
};

// The hash of "heavyweights" from those of "heavy" and "weights".
WordHash joined(WordHash one, WordHash other);

// The hash of folded letters.
WordHash hash_of(std::string_view folded_letters);

// What stands between a word and the one before it, the strongest that is there.
enum class Gap : std::uint8_t { Tight, Blank, Comma, Mark, Stop, Line, Start };

enum class Letters : std::uint8_t { Lower, Capital, AllCapitals };

struct NameWord {
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
  std::uint32_t stem_end = 0;  // before "'s" or "'"; `end` where there is no such ending
  WordHash hash;               // of the whole word, apostrophes left out: "howls"
  WordHash stem;               // without the possessive: "howl"; letters 0 if there is none
  WordHash inner;              // as behind the first word of a name: "II", "two" and "2" are one there
  Gap gap = Gap::Start;        // towards the word before
  Letters form = Letters::Lower;
  bool opened = false;    // a quote or a mark of emphasis stands right before it
  bool closed = false;    // … right behind it
  bool bracketed = false;  // "(" or "[" right before it
  bool bracket_next = false;  // "(" or "[" behind it
  bool digits = false;        // nothing but digits
  std::uint16_t number = 0;   // their value, if it is below 10,000
};

// The same for all words of the same letters: "leonardo" and "leanordo".
std::uint64_t shuffled_hash(std::string_view folded_letters);

// All words of the text (UTF-8; what isn't is passed over). `into` is cleared first.
void read_name_words(std::string_view text, std::vector<NameWord>& into);

// The folded letters of one word: "Amélie's" → "amelies".
std::string folded_letters(std::string_view word);

}  // namespace rialto::text
