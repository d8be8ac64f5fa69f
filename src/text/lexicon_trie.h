// The trie of a lexicon while it is made: grown name by name, then numbered so that it can be read with few steps.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace rialto::text {

class TrieBuilder {
 public:
  // steps: how many words names have behind their first, at most.
  TrieBuilder(std::size_t words, std::size_t steps);

  // The node of a name, made where it isn't there. At least one word.
  std::uint32_t grow(std::span<const std::uint32_t> words);
  // The same, or kNone where no name begins so.
  std::uint32_t find(std::span<const std::uint32_t> words) const;

  std::size_t size() const { return size_; }

  struct Numbered {
    std::vector<std::uint32_t> node_of;      // the number that a node was grown with → the one that it has now
    std::vector<std::uint32_t> first_child;  // of each node and of one behind the last: its children end where the next one's begin
    std::vector<std::uint32_t> label;        // the word that leads to it
    std::vector<std::uint32_t> root_of;      // of each word; kNone where no name begins with it
  };
  // The children of a node lie side by side in order of their words; what is read most lies close together: the nodes of
  // the words at the front of `often`, and what goes on from them.
  Numbered numbered(std::span<const std::uint32_t> often) const;

 private:
  struct Edge {
    std::uint32_t from = 0;
    std::uint32_t word = 0;
    std::uint32_t to = 0;  // 0 for an empty place
  };

  std::size_t place(std::uint32_t from, std::uint32_t word) const;

  std::vector<std::uint32_t> roots_;  // of each word
  std::vector<Edge> edges_;           // a hash table
  std::uint32_t size_ = 1;            // node 0 is nobody's
};

}  // namespace rialto::text
