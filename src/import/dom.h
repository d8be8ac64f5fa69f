// HTML → a tree, forgivingly, as pages in the wild need it, and in linear time whatever comes: depth, nodes and the
// look back of an end tag are bounded. (libxml2's HTML parser walks its whole stack for a stray end tag.) Scripts,
// styles and comments are left out, but for the page's own data (JSON-LD).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace rialto::imports {

using NodeIndex = int;
constexpr NodeIndex kNoNode = -1;

struct Node {
  std::string tag;   // lower case; empty for text
  std::string text;  // of text nodes, entities decoded
  std::vector<std::pair<std::string, std::string>> attributes;
  NodeIndex parent = kNoNode, first = kNoNode, last = kNoNode, next = kNoNode;
  NodeIndex end = 0;  // one behind the last node within: a node's subtree is [index, end)

  bool is_text() const { return tag.empty(); }
  std::string_view attribute(std::string_view name) const;
  bool has_class(std::string_view name) const;
};

class Document {
 public:
  explicit Document(std::string_view html);

  const Node& at(NodeIndex index) const { return nodes_[static_cast<std::size_t>(index)]; }
  NodeIndex size() const { return static_cast<NodeIndex>(nodes_.size()); }
  NodeIndex root() const { return 0; }

  // Every element that the selector names, in the order of the page: "div.post[id^=p] .author a, li.comment". Tags,
  // .class, #id, [name], [name=value], [name^=value], [name$=value], [name*=value], descendants, commas.
  std::vector<NodeIndex> select(std::string_view selector) const { return select(root(), selector); }
  std::vector<NodeIndex> select(NodeIndex within, std::string_view selector) const;
  NodeIndex first(NodeIndex within, std::string_view selector) const { return first(within, at(within).end, selector); }
  NodeIndex first(NodeIndex within, NodeIndex end, std::string_view selector) const;

  // The words within, blanks made one.
  std::string text_of(NodeIndex index, std::size_t limit = 20'000) const;

  bool is_within(NodeIndex node, NodeIndex ancestor) const { return node >= ancestor && node < at(ancestor).end; }

  const std::vector<std::string>& json_ld() const { return json_ld_; }

 private:
  friend class HtmlParser;

  const std::vector<NodeIndex>* candidates(std::string_view class_name, std::string_view tag) const;

  std::vector<Node> nodes_;
  std::vector<std::string> json_ld_;
  std::unordered_map<std::string, std::vector<NodeIndex>> by_class_, by_tag_;
};

// Named and numbered entities decoded.
std::string decoded_entities(std::string_view text);

}  // namespace rialto::imports
