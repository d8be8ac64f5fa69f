#include "web/colours.h"

#include <algorithm>

#include "base/strings.h"

namespace rialto::web {

namespace {

constexpr std::string_view kDay = "[data-light=day]{--page", kNight = "{--page";

// The declarations of the rule that begins with these words.
std::string_view rule_of(std::string_view stylesheet, std::string_view begin) {
  const auto at = stylesheet.find(begin);
  if (at == std::string_view::npos) return {};
  const auto open = stylesheet.find('{', at) + 1;
  return stylesheet.substr(open, stylesheet.find('}', open) - open);
}

bool is_whole_colour(std::string_view value) {
  return value.size() == 7 && value[0] == '#' &&
         value.find_first_not_of("0123456789abcdef", 1) == std::string_view::npos;
}

}  // namespace

std::vector<Colour> colours_of(std::string_view stylesheet, Light light) {
  std::vector<Colour> colours;
  for (const auto declaration : split(rule_of(stylesheet, light == Light::Day ? kDay : kNight), ';')) {
    const auto colon = declaration.find(':');
    if (colon == std::string_view::npos || !declaration.starts_with("--")) continue;
    const auto value = trimmed(declaration.substr(colon + 1));
    if (is_whole_colour(value)) colours.push_back({std::string(declaration.substr(2, colon - 2)), std::string(value)});
  }
  return colours;
}

std::string colour_named(const std::vector<Colour>& colours, std::string_view name) {
  const auto found = std::find_if(colours.begin(), colours.end(), [&](const auto& one) { return one.name == name; });
  return found == colours.end() ? "" : found->value;
}

std::string spoken_contrast(double contrast) {
  const auto tenths = static_cast<int>(contrast * 10);  // never rounded up
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + ":1";
}

}  // namespace rialto::web
