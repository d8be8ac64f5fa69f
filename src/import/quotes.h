// Which earlier post a passage is from.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rialto::imports {

// A word of text as a number; equal for equal words after folding and without punctuation. Signs of Chinese and
// Japanese are words of their own.
std::vector<std::uint64_t> word_hashes(std::string_view text);

// True if the whole text stands between quotation marks; `inner` is then what stands between them.
bool is_within_marks(std::string_view text, std::string_view& inner);

// How the page marks a passage as quoted.
enum class Marked { No, ByMarks, ByPage };

class QuoteFinder {
 public:
  // Posts are added in order, without the passages that they quote themselves.
  void add(int post, std::string_view plain);

  // The earliest post that holds the passage, forgiving small changes and ellipses; nothing if none does. An unmarked
  // passage must be long and the same word for word.
  std::optional<int> find(std::string_view passage, Marked marked) const;

 private:
  struct Text {
    int post;
    std::vector<std::uint64_t> words;
  };
  std::vector<Text> texts_;
  std::unordered_map<std::uint64_t, std::vector<int>> places_;  // three words in a row → indices of texts_, at most 8
};

}  // namespace rialto::imports
