#include "web/router.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "base/strings.h"

namespace rialto::web {

namespace {

struct Segment {
  std::string_view text;  // without braces where it is a name
  enum class Kind { Words, Name, Rest } kind;
};

[[noreturn]] void refuse(std::string_view pattern, const char* why) {
  throw std::logic_error("web: route " + std::string(pattern) + " " + why);
}

// Takes the next segment off `rest`, which begins with "/".
std::string_view take_segment(std::string_view& rest) {
  rest.remove_prefix(1);
  const std::size_t end = std::min(rest.find('/'), rest.size());
  const std::string_view segment = rest.substr(0, end);
  rest.remove_prefix(end);
  return segment;
}

Segment read_segment(std::string_view pattern, std::string_view piece) {
  if (piece.empty() || piece.front() != '{') return {piece, Segment::Kind::Words};
  if (piece.back() != '}' || piece.size() < 3) refuse(pattern, "has a name without its braces");
  piece = piece.substr(1, piece.size() - 2);
  if (!piece.ends_with("...")) return {piece, Segment::Kind::Name};
  piece.remove_suffix(3);
  return {piece, Segment::Kind::Rest};
}

// "GET, HEAD" and "POST, GET, HEAD" → "GET, HEAD, POST".
void add_methods(std::string& allow, std::string_view more) {
  for (const std::string_view method : split(more, ',')) {
    const std::string_view name = trimmed(method);
    if (name.empty() || allow.find(name) != std::string::npos) continue;
    if (!allow.empty()) allow += ", ";
    allow += name;
  }
}

}  // namespace

struct Router::Ending {
  const Route* route;
  std::vector<std::string> names;
};

struct Router::Node {
  std::vector<std::pair<std::string, std::unique_ptr<Node>>> words;  // sorted
  std::unique_ptr<Node> name;
  std::unique_ptr<Node> rest;
  std::vector<Ending> endings;  // one for each method
  std::string allow;

  Node& child(const Segment& segment) {
    if (segment.kind != Segment::Kind::Words) {
      auto& slot = segment.kind == Segment::Kind::Name ? name : rest;
      if (!slot) slot = std::make_unique<Node>();
      return *slot;
    }
    auto at = place(segment.text);
    if (at == words.end() || at->first != segment.text)
      at = words.emplace(at, std::string(segment.text), std::make_unique<Node>());
    return *at->second;
  }

  const Node* find_words(std::string_view text) const {
    const auto at = const_cast<Node*>(this)->place(text);
    return at != words.end() && at->first == text ? at->second.get() : nullptr;
  }

 private:
  std::vector<std::pair<std::string, std::unique_ptr<Node>>>::iterator place(std::string_view text) {
    return std::lower_bound(words.begin(), words.end(), text,
                            [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  }
};

struct Router::Walk {
  std::vector<std::string_view> values;  // of the {names} so far
  std::string allow;
};

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)), root_(std::make_unique<Node>()) {
  for (std::size_t i = 0; i < routes_.size(); ++i) add(i);
}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add(std::size_t index) {
  const Route& route = routes_[index];
  std::string_view rest = route.pattern;
  if (rest.empty() || rest.front() != '/') refuse(route.pattern, "does not begin with /");
  Node* node = root_.get();
  std::vector<std::string> names;
  while (!rest.empty()) {
    const Segment segment = read_segment(route.pattern, take_segment(rest));
    if (segment.kind == Segment::Kind::Rest && !rest.empty()) refuse(route.pattern, "goes on after its rest");
    if (segment.kind != Segment::Kind::Words) names.emplace_back(segment.text);
    node = &node->child(segment);
  }
  for (const auto& other : node->endings)
    if (other.route->method == route.method) refuse(route.pattern, "is claimed twice");
  node->endings.push_back({&route, std::move(names)});
  if (!node->allow.empty()) node->allow += ", ";
  node->allow += name_of(route.method);
  if (route.method == Method::Get) node->allow += ", HEAD";
}

// The ending for the method, or nothing; then `allow` gathers what the places passed on the way do take.
const Router::Ending* Router::walk(const Node& node, std::string_view rest, Method method, Walk& walked) const {
  if (rest.empty()) {
    for (const auto& ending : node.endings)
      if (ending.route->method == method) return &ending;
    add_methods(walked.allow, node.allow);
    return nullptr;
  }
  const std::string_view whole = rest.substr(1);
  const std::string_view segment = take_segment(rest);
  if (const Node* next = node.find_words(segment))
    if (const auto* found = walk(*next, rest, method, walked)) return found;
  if (segment.empty()) return nullptr;
  walked.values.push_back(segment);
  if (node.name)
    if (const auto* found = walk(*node.name, rest, method, walked)) return found;
  walked.values.back() = whole;
  if (node.rest)
    if (const auto* found = walk(*node.rest, "", method, walked)) return found;
  walked.values.pop_back();
  return nullptr;
}

Router::Match Router::find(Method method, std::string_view path, Fields& params) const {
  static thread_local Walk walked;
  walked.values.clear();
  walked.allow.clear();
  if (path.empty() || path.front() != '/') return {};
  const auto* ending = walk(*root_, path, method == Method::Head ? Method::Get : method, walked);
  if (!ending) return {nullptr, walked.allow};
  for (std::size_t i = 0; i < walked.values.size(); ++i) params.add(ending->names[i], walked.values[i]);
  return {ending->route, ""};
}

}  // namespace rialto::web
