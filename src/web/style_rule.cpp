#include "web/style_rule.h"

#include <algorithm>

namespace rialto::web {

static bool is_short_id(std::string_view text) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !text.empty() && text.size() <= 16 && std::all_of(text.begin(), text.end(), plain);
}

StyleRule StyleRule::own(std::string_view member) {
  StyleRule rule;
  if (is_short_id(member)) rule.css_ = "[data-by=\"" + std::string(member) + "\"] .own{display:inline}";
  return rule;
}

}  // namespace rialto::web
