// What is known around a text: the board's film, what earlier posts named, what this text itself surely names; and the
// short names that follow from it ("Pacino", "Hanna" where the board is that of Heat).
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "text/lexicon.h"

namespace rialto::text {

// An entry of one of the linker's lexicons.
struct EntryRef {
  std::uint8_t lexicon = 0;
  NameKind kind = NameKind::Film;
  std::uint32_t entry = kNone;

  // What differs most often is compared first.
  friend bool operator==(const EntryRef& one, const EntryRef& other) {
    return one.entry == other.entry && one.kind == other.kind && one.lexicon == other.lexicon;
  }
};

// Where something in the context comes from, the nearest first.
enum class Near : std::uint8_t { Board, Text, Thread, None };

struct ContextName {
  std::array<std::uint64_t, 2> words{};  // hashes
  std::uint8_t count = 0;
  NameForm form = NameForm::Full;
  Near near = Near::Board;
  std::uint8_t billing = 0;
  EntryRef ref;
  std::uint32_t from = kNone;  // the word of this text that brought it
  std::uint32_t next = kNone;  // with the same first word
};

struct Known {
  EntryRef ref;
  Near near = Near::Board;
  std::uint32_t from = kNone;
};

// Of one linker, which outlives it.
class LinkContext {
 public:
  LinkContext() { heads_.fill(kNone); }  // of none: nothing may be added
  explicit LinkContext(const Lexicons& lexicons) : lexicons_(&lexicons) { heads_.fill(kNone); }

  // from: the word of the text at hand that named it, kNone for what was known before.
  void add(const EntryRef& ref, Near near, std::uint32_t from = kNone);

  std::span<const Known> known() const { return known_; }
  // As the word at `asking` sees it: nothing is near because of itself.
  Near near(const EntryRef& ref, std::uint32_t asking) const { return (entries_ >> (ref.entry % 64) & 1) == 0 ? Near::None : nearest(ref, asking); }

  bool has_names() const { return !names_.empty(); }
  // The names that begin with this word: follow `next`.
  std::uint32_t first_name(std::uint64_t word) const { return heads_[(word >> 23) % kHeads]; }
  const ContextName& name(std::uint32_t at) const { return names_[at]; }

 private:
  Near nearest(const EntryRef& ref, std::uint32_t asking) const;
  void add_film(const EntryRef& ref, Near near);
  void add_person(const EntryRef& ref, Near near, std::uint8_t billing);
  void add_character(const EntryRef& ref, Near near, std::uint8_t billing);
  void add_name(ContextName name);
  const Lexicon& lexicon(const EntryRef& ref) const { return *(*lexicons_)[ref.lexicon]; }

  static constexpr std::size_t kHeads = 512;
  const Lexicons* lexicons_ = nullptr;
  std::array<std::uint32_t, kHeads> heads_;
  std::vector<ContextName> names_;
  std::vector<Known> known_;
  std::uint64_t entries_ = 0;  // a bit for each known entry, by its last digits
  std::uint32_t from_ = kNone;  // of what is being added
};

}  // namespace rialto::text
