// The word list of a site: words that are masked where text is shown, and never in the store.
//
// An entry is one word, with "*" at an end for "whatever follows" or "whatever goes before": "damn", "damn*", "*damn*".
// Case and accents make no difference. Only whole words are masked, as letters and digits of any script make them up.
// Entries of several words, or without a letter, are passed over. Time is linear in the text.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace rialto::text {

class WordMask {
 public:
  explicit WordMask(const std::vector<std::string>& entries, std::string replacement = "▒▒▒▒");

  bool empty() const {
    return exact_.words.empty() && starts_.words.empty() && ends_.words.empty() && within_.words.empty();
  }

  // Masks with the same key mask alike.
  const std::string& key() const { return key_; }

  // The text with the words masked.
  std::string masked(std::string_view text) const;

  // The same, appended.
  void append_masked(std::string& out, std::string_view text) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  struct Words {
    std::unordered_set<std::string, Hash, std::equal_to<>> words;
    std::vector<std::size_t> sizes;  // the lengths that occur, each once
    std::uint64_t size_bits = 0;     // bit n: some length is n, modulo 64

    void add(std::string word);
    bool has_size(std::size_t size) const { return (size_bits >> (size % 64) & 1) != 0; }
    bool holds(std::string_view word) const { return words.find(word) != words.end(); }
  };

  void add(std::string_view entry);
  bool can_not_be_masked(std::string_view plain_word) const;
  bool is_masked(std::string_view word) const;  // as written
  bool is_masked_folded(std::string_view word) const;

  std::string key_;
  std::string replacement_;
  Words exact_, starts_, ends_, within_;
  std::size_t shortest_ = SIZE_MAX;  // bytes; no shorter word is masked
  bool any_start_ = false;        // an entry begins with "*": a word's first letter tells nothing
  bool first_letters_[256] = {};  // with which the entries begin
};

}  // namespace rialto::text
