#include "text/lexicon_trie.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "text/lexicon.h"
#include "text/lexicon_layout.h"

namespace rialto::text {

TrieBuilder::TrieBuilder(std::size_t words, std::size_t steps) : roots_(words, kNone), edges_(std::bit_ceil(steps * 4 / 3 + 8)) {}

std::size_t TrieBuilder::place(std::uint32_t from, std::uint32_t word) const {
  auto at = (layout::edge_key(from, word) >> 20) & (edges_.size() - 1);
  while (edges_[at].to != 0 && (edges_[at].from != from || edges_[at].word != word)) at = (at + 1) & (edges_.size() - 1);
  return at;
}

std::uint32_t TrieBuilder::grow(std::span<const std::uint32_t> words) {
  auto& root = roots_[words[0]];
  if (root == kNone) root = size_++;
  auto node = root;
  for (const auto word : words.subspan(1)) {
    auto& edge = edges_[place(node, word)];
    if (edge.to == 0) edge = {node, word, size_++};
    node = edge.to;
  }
  return node;
}

std::uint32_t TrieBuilder::find(std::span<const std::uint32_t> words) const {
  auto node = roots_[words[0]];
  for (const auto word : words.subspan(1)) {
    if (node == kNone) break;
    const auto to = edges_[place(node, word)].to;
    node = to == 0 ? kNone : to;
  }
  return node;
}

TrieBuilder::Numbered TrieBuilder::numbered(std::span<const std::uint32_t> often) const {
  std::vector<Edge> edges;
  for (const auto& edge : edges_)
    if (edge.to != 0) edges.push_back(edge);
  std::sort(edges.begin(), edges.end(), [](const Edge& one, const Edge& other) { return std::tie(one.from, one.word) < std::tie(other.from, other.word); });
  std::vector<std::uint32_t> first_edge(size_ + 1);
  for (const auto& edge : edges) ++first_edge[edge.from + 1];
  for (std::size_t at = 1; at < first_edge.size(); ++at) first_edge[at] += first_edge[at - 1];

  Numbered made{.node_of = std::vector<std::uint32_t>(size_), .label = {kNone}, .root_of = std::vector<std::uint32_t>(roots_.size(), kNone)};
  std::vector<std::uint32_t> grown = {0};  // by the new number
  const auto number = [&](std::uint32_t node, std::uint32_t word) {
    made.node_of[node] = static_cast<std::uint32_t>(grown.size());
    grown.push_back(node);
    made.label.push_back(word);
  };
  for (const auto word : often) {
    if (roots_[word] == kNone || made.root_of[word] != kNone) continue;
    number(roots_[word], word);
    made.root_of[word] = made.node_of[roots_[word]];
  }
  for (std::size_t at = 0; at < grown.size(); ++at) {
    made.first_child.push_back(static_cast<std::uint32_t>(grown.size()));
    for (auto edge = first_edge[grown[at]]; edge < first_edge[grown[at] + 1]; ++edge) number(edges[edge].to, edges[edge].word);
  }
  made.first_child.push_back(static_cast<std::uint32_t>(grown.size()));
  return made;
}

}  // namespace rialto::text
