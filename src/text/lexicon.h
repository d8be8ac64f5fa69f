// The names that texts are read for: titles of films, people, characters. A lexicon is one block of bytes without
// pointers, made by LexiconBuilder, kept as a file and mapped into memory; a start costs no reading. Everything in it is
// an index into its own tables.
//
// Names lie in a trie over words (name_words.h): from a node and the next word to a node; a node where names end has
// senses, the best known first. Reading waits for memory more than for anything else: what is read together lies together,
// and most questions are answered with no by the node itself.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "text/name_words.h"

namespace rialto::text {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

enum class NameKind : std::uint8_t { Film, Person, Character };

// How a name stands for its film, person or character.
enum class NameForm : std::uint8_t {
  Title,       // film: its title, also without its article where that leaves two words
  Alias,       // film: another title; person: another name
  NoArticle,   // film: one word without its article, "Insider"
  Head,        // film: before the colon, "Avengers"
  Subtitle,    // film: behind the colon, "Endgame"
  Beginning,   // film: the first telling words of a long title, "Eternal Sunshine"
  Full,        // person, character: all of the name
  Surname,     // person, character: its last part
  Given,       // person, character: its first part
  Unknown,     // looks like the name of someone whom the catalogue doesn't know
};

struct FilmEntry {
  std::int64_t id = 0;
  std::uint32_t title = 0;  // in strings
  std::uint32_t imdb = 0;   // its number; 0 if not known
  std::uint32_t credits = 0;  // first in credits
  std::uint32_t series = 0;   // hash of what its title shares with those of its series
  std::uint16_t credit_count = 0;
  std::int16_t year = 0;  // 0 if not known
  std::uint8_t fame = 0;  // 0 to 15
  std::uint8_t animated = 0;
  std::uint16_t spare = 0;
};

struct PersonEntry {
  std::int64_t id = 0;
  std::uint32_t name = 0;
  std::uint32_t imdb = 0;
  std::uint32_t films = 0;  // first in films_of
  std::uint16_t film_count = 0;
  std::uint8_t fame = 0;  // 0 to 15
  std::uint8_t spare = 0;
  // Hashes of the words of its parts: given, then up to two of the surname; 0 where there are fewer.
  std::array<std::uint64_t, 3> parts{};
};

struct CharacterEntry {
  std::uint32_t name = 0;
  std::uint32_t films = 0;
  std::uint16_t film_count = 0;
  std::uint8_t fame = 0;
  std::uint8_t spare = 0;
  std::uint32_t spare_too = 0;
  std::array<std::uint64_t, 2> parts{};  // hashes of its given name and surname; of the name's one word
};

struct CreditEntry {
  std::uint32_t person = kNone;
  std::uint32_t character = kNone;  // kNone behind the camera or where it isn't known
};

struct Sense {
  std::uint32_t entry = 0;  // in films, people or characters
  NameKind kind = NameKind::Film;
  NameForm form = NameForm::Title;
  std::uint8_t fame = 0;
  std::uint8_t share = 0;  // of all fame that this name stands for within its kind, 0 to 255
};

struct NodeEntry {
  std::uint32_t senses = 0;
  std::uint32_t children = 0;    // the first; they end where those of the next node begin
  std::uint32_t kin = 0;         // which words may lead to children: a bit for each group of words
  std::uint8_t sense_count = 0;
  std::uint8_t phrase = 0;  // how ordinary these words are together: times in ten million words, as a logarithm
  std::uint16_t spare = 0;
};

struct WordEntry {
  std::uint64_t hash = 0;
  std::uint32_t node = kNone;    // where names go on that begin with it
  std::uint8_t ordinary = 0;     // 0: no word of the language; to 15: "the"
  std::uint8_t lower_share = 0;  // how often it is written small, in sixteenths
  std::uint8_t fame = 0;         // of the best known name that holds it
  std::uint8_t given = 0;        // how many people have it as first name, as a logarithm
};

// A misspelling's key (a word with one letter left out, or its letters in order) and the word that it may stand for.
struct Misspelling {
  std::uint64_t key = 0;
  std::uint32_t word = 0;
  std::uint32_t letters = 0;  // the word itself, in strings
};

struct JoinedName {
  std::uint64_t hash = 0;
  std::uint32_t node = 0;
  std::uint32_t spare = 0;
};

class Lexicon {
 public:
  // Takes the bytes; an error says what is wrong with them. Whatever they hold, reading is safe afterwards.
  static Result<std::shared_ptr<const Lexicon>> over(std::string bytes);
  // Maps the file.
  static Result<std::shared_ptr<const Lexicon>> open(const std::string& path);
  ~Lexicon();
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  // What the catalogue was when it was read: told to the builder, and told back.
  std::string_view stamp() const;
  std::size_t bytes() const { return size_; }

  // The index of a word, or kNone.
  std::uint32_t word(WordHash hash) const;
  const WordEntry& word_entry(std::uint32_t word) const { return words_[word]; }
  std::size_t word_count() const { return words_.size(); }  // indexes are below it

  // Where a name that begins with the word goes on, and where it goes on from there; kNone for nowhere.
  std::uint32_t begin(std::uint32_t word) const { return is_node(words_[word].node) ? words_[word].node : kNone; }
  std::uint32_t next(std::uint32_t node, std::uint32_t word) const;
  // Said ahead of word(), of node() and of next(): what these will read is on its way into the processor meanwhile.
  void expect_word(WordHash hash) const;
  void expect_node(std::uint32_t node) const;
  void expect_next(std::uint32_t node, std::uint32_t word) const;
  const NodeEntry& node(std::uint32_t node) const { return nodes_[node]; }
  std::span<const Sense> senses(std::uint32_t node) const;

  // The node of the name that these letters are without blanks ("deniro"), or kNone.
  std::uint32_t joined_name(WordHash letters) const;

  // Famous words that this one may be a misspelling of: one letter more, less, other, or letters changed about.
  void corrections(std::string_view letters, std::vector<std::uint32_t>& words) const;

  std::span<const FilmEntry> films() const { return films_; }
  std::span<const PersonEntry> people() const { return people_; }
  std::span<const CharacterEntry> characters() const { return characters_; }
  std::span<const CreditEntry> credits(const FilmEntry& film) const;
  std::span<const std::uint32_t> films_of(const PersonEntry& person) const;
  std::span<const std::uint32_t> films_of(const CharacterEntry& character) const;
  std::string_view string(std::uint32_t at) const;

  // By id; kNone if it isn't in this lexicon.
  std::uint32_t film(FilmId id) const;
  std::uint32_t person(PersonId id) const;

 private:
  Lexicon() = default;
  std::optional<Error> read();  // sets the tables
  // The last node only says where the children of the one before end.
  bool is_node(std::uint32_t node) const { return std::size_t{node} + 1 < nodes_.size(); }

  std::string own_;
  const char* data_ = nullptr;
  std::size_t size_ = 0;
  bool mapped_ = false;

  std::span<const WordEntry> words_;  // a hash table: empty where hash is 0
  std::span<const NodeEntry> nodes_;
  std::span<const std::uint32_t> labels_;  // of each node the word that leads to it
  std::span<const std::uint64_t> edge_filter_;
  std::span<const Sense> senses_;
  std::span<const JoinedName> joined_;  // a hash table: empty where hash is 0
  std::span<const std::uint64_t> joined_filter_;
  std::span<const Misspelling> misspellings_;         // by key
  std::span<const std::uint32_t> misspelling_starts_;  // the first of each group, and one behind the last
  std::span<const FilmEntry> films_;           // by id
  std::span<const PersonEntry> people_;        // by id
  std::span<const CharacterEntry> characters_;
  std::span<const CreditEntry> credits_;
  std::span<const std::uint32_t> films_of_;
  std::string_view strings_;  // each ended by a zero
  std::string_view stamp_;
};

// The newest first: a film or person that several have is as the first has it.
using Lexicons = std::vector<std::shared_ptr<const Lexicon>>;

}  // namespace rialto::text
