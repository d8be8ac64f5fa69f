// Finds in a text all that could be a name: each stretch of words with all its readings. Nothing is decided here.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "text/lexicon.h"
#include "text/link_context.h"
#include "text/name_words.h"

namespace rialto::text {

// How a text uses capitals: not at all, only where sentences begin, for names too.
enum class Capitals : std::uint8_t { None, Sentences, Names };

// What the last lexicon and the language say of a word.
struct WordFacts {
  std::uint32_t entry = kNone;   // in that lexicon
  std::uint32_t node = kNone;    // where names go on that begin with it
  std::uint8_t ordinary = 0;     // 0 to 15
  std::uint8_t lower_share = 0;  // in sixteenths
  std::uint8_t given = 0;
  std::uint8_t fame = 0;
  std::uint8_t cue = 0;
  bool no_name = false;  // of a person or character, alone
};

struct ReadText {
  std::string_view text;  // of whoever had it read
  std::vector<NameWord> words;
  std::vector<WordFacts> facts;  // of each word
  Capitals capitals = Capitals::Names;
  bool careless = false;   // names may stand without capitals among those with
  std::uint8_t hints = 0;  // of all words (cue_words.h)
  bool shouts = false;     // most words are all capitals

  std::uint8_t ordinary(std::size_t word) const { return facts[word].ordinary; }
  std::uint8_t lower_share(std::size_t word) const { return facts[word].lower_share; }
  std::uint8_t given(std::size_t word) const { return facts[word].given; }
};

// How the words came to the name.
enum class Spelling : std::uint8_t { Exact, Joined, Misspelt };

// One thing that a stretch of words may name.
struct Reading {
  EntryRef ref;
  NameForm form = NameForm::Title;
  Spelling spelling = Spelling::Exact;
  Near near = Near::None;  // whether the name was read because of the context
  std::uint8_t fame = 0;
  std::uint8_t share = 0;
  std::uint8_t billing = 255;  // in the context's film
};

// A stretch of words with its readings of one kind, in the order in which they were found.
struct Candidate {
  std::uint16_t first = 0;  // words
  std::uint16_t last = 0;   // behind the last
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
  NameKind kind = NameKind::Film;
  bool possessive = false;
  std::uint8_t phrase = 0;  // how ordinary the words are together
  std::uint32_t readings = 0;
  std::uint16_t reading_count = 0;
  // Set by whoever chooses.
  std::uint16_t best = 0;
  std::uint16_t own_of = 0xFFFF;  // the reading with which `own` was reckoned
  float score = 0;
  double own = 0;  // what the words themselves add to the score
};

struct Found {
  void clear() {
    candidates.clear();
    readings.clear();
  }

  std::vector<Candidate> candidates;  // by begin, then the longer first
  std::vector<Reading> readings;

  std::span<const Reading> of(const Candidate& candidate) const { return std::span(readings).subspan(candidate.readings, candidate.reading_count); }
  const Reading& best(const Candidate& candidate) const { return readings[candidate.readings + candidate.best]; }
};


// A name met in a text, before readings of the same words are put together.
struct Match {
  std::uint16_t first = 0;
  std::uint16_t last = 0;
  bool stem = false;  // ends before a possessive
  std::uint8_t phrase = 0;
  Reading reading;
};

// All names met in a text: first those that the lexicons know, then those that the context adds. In order by their keys,
// which hold the index of a match.
struct NamesMet {
  std::vector<Match> matches;
  std::vector<std::uint64_t> known;
  std::vector<std::uint64_t> added;
  std::vector<std::uint64_t> all;
  std::vector<std::uint32_t> guesses;  // what a word may be a misspelling of
};

// What is written into comes from the caller, so that memory serves for many texts; what it held is gone.
void read_text(std::string_view text, const Lexicons& lexicons, ReadText& into);

// What the lexicons know of the text, whatever its context.
void known_names(const ReadText& text, const Lexicons& lexicons, NamesMet& met);

// Those, and what the context adds. `met` is of known_names().
void find_names(const ReadText& text, const Lexicons& lexicons, const LinkContext& context, NamesMet& met, Found& found);

}  // namespace rialto::text
