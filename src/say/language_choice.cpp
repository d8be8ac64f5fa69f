#include "say/language_choice.h"

#include <charconv>

#include "base/strings.h"

namespace rialto::say {

namespace {

constexpr std::size_t kMostWishes = 20;

// "q=0.8" → 800; broken weights count nothing.
int weight_of(std::string_view parameter) {
  parameter = trimmed(parameter);
  if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) return 1000;
  parameter.remove_prefix(2);
  if (parameter.starts_with('1')) return 1000;
  if (!parameter.starts_with("0.")) return 0;
  const auto digits = std::string(parameter.substr(2, 3)) + "000";
  int weight = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + 3, weight);
  return problem == std::errc() && end == digits.data() + 3 ? weight : 0;
}

}  // namespace

std::optional<Language> language_tagged(std::string_view tag) {
  const auto primary = tag.substr(0, tag.find('-'));
  for (const auto whole : {tag, primary})
    for (const auto language : kLanguages)
      if (equal_ignoring_case(whole, tag_of(language))) return language;
  return std::nullopt;
}

Language preferred_language(std::string_view accept_language) {
  Language best = kLanguages.front();
  int heaviest = 0;
  std::size_t wishes = 0;
  for (const auto wish : split(accept_language, ',')) {
    if (++wishes > kMostWishes) break;
    const auto semicolon = wish.find(';');
    const int weight = semicolon == std::string_view::npos ? 1000 : weight_of(wish.substr(semicolon + 1));
    const auto language = language_tagged(trimmed(wish.substr(0, semicolon)));
    if (!language || weight <= heaviest) continue;
    best = *language;
    heaviest = weight;
  }
  return best;
}

}  // namespace rialto::say
