// The little of CSS selectors that page engines need.
#include <algorithm>

#include "base/strings.h"
#include "import/dom.h"

namespace rialto::imports {
namespace {

struct Compound {
  std::string tag, id;
  std::vector<std::string> classes;
  struct Attribute {
    std::string name, value;
    char kind;  // 0: present, '=', '^', '$', '*'
  };
  std::vector<Attribute> attributes;

  bool matches(const Node& node) const {
    if (node.is_text() || (!tag.empty() && node.tag != tag)) return false;
    if (!id.empty() && node.attribute("id") != id) return false;
    for (const auto& name : classes)
      if (!node.has_class(name)) return false;
    return std::all_of(attributes.begin(), attributes.end(), [&](const auto& wanted) { return has(node, wanted); });
  }

  static bool has(const Node& node, const Attribute& wanted) {
    for (const auto& [name, value] : node.attributes) {
      if (name != wanted.name) continue;
      if (wanted.kind == 0) return true;
      if (wanted.kind == '=') return value == wanted.value;
      if (wanted.kind == '^') return value.starts_with(wanted.value);
      if (wanted.kind == '$') return value.ends_with(wanted.value);
      return value.find(wanted.value) != std::string::npos;
    }
    return false;
  }
};

using Path = std::vector<Compound>;  // ancestors first

Compound compound_of(std::string_view text) {
  Compound compound;
  std::size_t at = 0;
  const auto word = [&] {
    const auto begin = at;
    while (at < text.size() && text[at] != '.' && text[at] != '#' && text[at] != '[') ++at;
    return std::string(text.substr(begin, at - begin));
  };
  compound.tag = word();
  while (at < text.size()) {
    const char mark = text[at++];
    if (mark == '.') {
      compound.classes.push_back(word());
    } else if (mark == '#') {
      compound.id = word();
    } else {
      const auto end = text.find(']', at);
      const auto inner = text.substr(at, end - at);
      at = end == std::string_view::npos ? text.size() : end + 1;
      const auto equals = inner.find('=');
      if (equals == std::string_view::npos) {
        compound.attributes.push_back({std::string(inner), "", 0});
        continue;
      }
      const char before = inner[equals - 1];
      const bool special = before == '^' || before == '$' || before == '*';
      compound.attributes.push_back({std::string(inner.substr(0, equals - (special ? 1 : 0))),
                                     std::string(inner.substr(equals + 1)), special ? before : '='});
    }
  }
  return compound;
}

std::vector<Path> parsed(std::string_view selector) {
  std::vector<Path> paths;
  for (const auto alternative : split(selector, ',')) {
    Path path;
    for (const auto piece : split(trimmed(alternative), ' '))
      if (!piece.empty()) path.push_back(compound_of(piece));
    if (!path.empty()) paths.push_back(std::move(path));
  }
  return paths;
}

bool fits(const Document& document, NodeIndex index, const Path& path) {
  if (!path.back().matches(document.at(index))) return false;
  auto ancestor = document.at(index).parent;
  for (std::size_t at = path.size() - 1; at > 0; --at) {
    while (ancestor != kNoNode && !path[at - 1].matches(document.at(ancestor))) ancestor = document.at(ancestor).parent;
    if (ancestor == kNoNode) return false;
    ancestor = document.at(ancestor).parent;
  }
  return true;
}

}  // namespace

// The elements that could fit, in the order of the page; nothing if the selector names neither class nor tag.
const std::vector<NodeIndex>* Document::candidates(std::string_view class_name, std::string_view tag) const {
  static const std::vector<NodeIndex> kNone;
  const auto& map = class_name.empty() ? by_tag_ : by_class_;
  const auto name = class_name.empty() ? tag : class_name;
  if (name.empty()) return nullptr;
  const auto known = map.find(std::string(name));
  return known == map.end() ? &kNone : &known->second;
}

std::vector<NodeIndex> Document::select(NodeIndex within, std::string_view selector) const {
  std::vector<NodeIndex> found;
  const NodeIndex end = at(within).end;
  for (const auto& path : parsed(selector)) {
    const auto& last = path.back();
    if (const auto* list = candidates(last.classes.empty() ? "" : last.classes[0], last.tag)) {
      for (auto next = std::upper_bound(list->begin(), list->end(), within); next != list->end() && *next < end; ++next)
        if (fits(*this, *next, path)) found.push_back(*next);
    } else {
      for (NodeIndex next = within + 1; next < end; ++next)
        if (fits(*this, next, path)) found.push_back(next);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// The alternatives in their own order: the first that is there wins.
NodeIndex Document::first(NodeIndex within, NodeIndex end, std::string_view selector) const {
  for (const auto& path : parsed(selector)) {
    const auto& last = path.back();
    if (const auto* list = candidates(last.classes.empty() ? "" : last.classes[0], last.tag)) {
      for (auto next = std::upper_bound(list->begin(), list->end(), within); next != list->end() && *next < end; ++next)
        if (fits(*this, *next, path)) return *next;
    } else {
      for (NodeIndex next = within + 1; next < end; ++next)
        if (fits(*this, next, path)) return next;
    }
  }
  return kNoNode;
}

}  // namespace rialto::imports
