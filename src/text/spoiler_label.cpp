#include "text/spoiler_label.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.h"

namespace rialto::text {

namespace {

constexpr auto npos = std::string_view::npos;

bool ends_in_year(std::string_view words) {
  if (words.size() < 8 || words.back() != ')') return false;
  const auto year = words.substr(words.size() - 5, 4);
  return words[words.size() - 6] == '(' && words[words.size() - 7] == ' ' && std::all_of(year.begin(), year.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

// The film that the words name beyond doubt; empty if they don't.
std::string film_in(std::string_view words) {
  words = trimmed(words);
  if (words.starts_with("[[") && words.ends_with("]]")) {
    const auto name = trimmed(words.substr(2, words.size() - 4));
    return name.find_first_of("[]") == npos ? std::string(name) : "";
  }
  return ends_in_year(words) && words.find_first_of("[]") == npos ? std::string(words) : "";
}

// Behind a film that is named, "the runway" is a scene too.
std::optional<Place> place_of_named(std::string_view words) {
  if (auto place = place_in(words)) return place;
  const auto article = ascii_lower(words.substr(0, 4));
  if (article != "the " && article != "die " && article != "der " && article != "das ") return std::nullopt;
  return place_in("scene: " + std::string(words.substr(4)));
}

}  // namespace

std::optional<SpoilerLabel> spoiler_label(std::string_view words) {
  words = trimmed(words);
  if (words.empty() || words.size() > kLongestLabel) return std::nullopt;
  if (auto film = film_in(words); !film.empty()) return SpoilerLabel{std::move(film), {}};
  const auto comma = words.rfind(',');
  auto film = comma == npos ? "" : film_in(words.substr(0, comma));
  auto place = film.empty() ? place_in(words) : place_of_named(trimmed(words.substr(comma + 1)));
  return place ? std::optional(SpoilerLabel{std::move(film), std::move(*place)}) : std::nullopt;
}

std::optional<std::string_view> whole_text_label(std::string_view line) {
  line = trimmed(line);
  if (line.size() > kLongestLabel) return std::nullopt;
  constexpr std::array<std::string_view, 6> kWords = {"spoilers:", "spoiler:", "spoilers for ", "spoiler for ", "spoiler für ", "spoilers about "};
  const auto lower = ascii_lower(line.substr(0, std::min<std::size_t>(line.size(), 20)));
  for (const auto words : kWords) {
    if (!lower.starts_with(words)) continue;
    const auto label = trimmed(line.substr(words.size()));
    const bool bare = label.empty() && words.ends_with(':');
    return bare || spoiler_label(label) ? std::optional(label) : std::nullopt;
  }
  return std::nullopt;
}

bool is_whole_text_marked(std::string_view markdown) {
  const auto start = markdown.find_first_not_of(" \r\n\t");
  if (start == npos) return false;
  const auto rest = markdown.substr(start);
  return whole_text_label(rest.substr(0, rest.find_first_of("\r\n"))).has_value();
}

std::string text_of(const SpoilerLabel& label) {
  const auto film = label.film.empty() || ends_in_year(label.film) ? label.film : "[[" + label.film + "]]";
  if (film.empty()) return text_of(label.place);
  return label.place == Place::everything() ? film : film + ", " + text_of(label.place);
}

}  // namespace rialto::text
