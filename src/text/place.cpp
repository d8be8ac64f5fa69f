#include "text/place.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/strings.h"
#include "say/spoiler.h"

namespace rialto::text {

namespace {

constexpr std::size_t kLongestScene = 80;  // bytes

constexpr std::array<std::string_view, 8> kEverything = {"everything", "all",  "whole film",  "the whole film",
                                                         "alles",      "ganz", "ganzer film", "der ganze film"};
constexpr std::array<std::string_view, 14> kEnding = {"ending",     "the ending", "end",       "the end",     "near the end",
                                                      "the finale", "finale",     "last act",  "the last act", "ende",
                                                      "das ende",   "schluss",    "der schluss", "gegen ende"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view words) {
  return std::find(names.begin(), names.end(), words) != names.end();
}

bool take_start(std::string_view& words, std::string_view start) {
  if (!words.starts_with(start)) return false;
  words.remove_prefix(start.size());
  words = trimmed(words);
  return true;
}

bool take_end(std::string_view& words, std::string_view end) {
  if (!words.ends_with(end)) return false;
  words.remove_suffix(end.size());
  words = trimmed(words);
  return true;
}

std::optional<int> number_in(std::string_view words) {
  int number = 0;
  const auto [end, problem] = std::from_chars(words.data(), words.data() + words.size(), number);
  if (problem != std::errc() || end != words.data() + words.size() || number < 0 || number > Place::kLastMinute) return std::nullopt;
  return number;
}

// "1:23", "1h23": hours and minutes.
std::optional<int> clock_in(std::string_view words) {
  const auto mark = words.find_first_of(":h");
  if (mark == std::string_view::npos || words.size() != mark + 3) return std::nullopt;
  const auto hours = number_in(words.substr(0, mark)), minutes = number_in(words.substr(mark + 1));
  if (!hours || !minutes || *hours > 99 || *minutes > 59) return std::nullopt;
  return *hours * 60 + *minutes;
}

std::optional<int> minute_in(std::string_view words) {
  if (const auto clock = clock_in(words)) return clock;
  take_start(words, "from ") || take_start(words, "ab ") || take_start(words, "after ") || take_start(words, "nach ");
  take_end(words, " on") || take_end(words, " an");
  if (const auto clock = clock_in(words)) return clock;
  const bool named = take_start(words, "minute ") || take_start(words, "min. ") || take_start(words, "min ") ||
                     take_end(words, " minutes") || take_end(words, " minuten") || take_end(words, " min") || take_end(words, "min") || take_end(words, ". minute");
  return named ? number_in(words) : std::nullopt;
}

// The name within "the coffee shop scene", "die Szene im Café" as "Szene: im Café".
std::optional<std::string> scene_in(std::string_view words) {
  const auto lower = ascii_lower(words);
  std::string_view rest = lower;
  if (take_start(rest, "scene:") || take_start(rest, "szene:")) {
    rest = trimmed(words.substr(words.find(':') + 1));
  } else {
    if (!take_end(rest, " scene") && !take_end(rest, "-szene")) return std::nullopt;
    take_start(rest, "the ") || take_start(rest, "die ");
    if (rest == "the" || rest == "this" || rest == "that" || rest == "a") return std::nullopt;
    rest = words.substr(static_cast<std::size_t>(rest.data() - lower.data()), rest.size());
  }
  if (rest.empty() || rest.size() > kLongestScene) return std::nullopt;
  return std::string(rest);
}

}  // namespace

std::optional<Place> place_in(std::string_view words) {
  words = trimmed(words);
  if (words.empty() || words.size() > 2 * kLongestScene) return std::nullopt;
  const auto lower = ascii_lower(words);
  if (is_one_of(kEverything, lower)) return Place::everything();
  if (is_one_of(kEnding, lower)) return Place::ending();
  if (const auto minute = minute_in(lower)) return Place::at_minute(*minute);
  if (auto scene = scene_in(words)) return Place::in_scene(std::move(*scene));
  return std::nullopt;
}

std::string text_of(const Place& place) {
  switch (place.kind) {
    case Place::Kind::Ending: return "ending";
    case Place::Kind::Scene: return "scene: " + place.scene;
    case Place::Kind::Minute: return "minute " + std::to_string(place.minute);
    case Place::Kind::Everything: break;
  }
  return "everything";
}

std::string said(const Place& place, Language language) {
  switch (place.kind) {
    case Place::Kind::Ending: return std::string(say::spoiler::ending(language));
    case Place::Kind::Scene: return say::spoiler::scene(language, place.scene);
    case Place::Kind::Minute: return say::spoiler::from_minute(language, place.minute);
    case Place::Kind::Everything: break;
  }
  return std::string(say::spoiler::everything(language));
}

bool is_before(const Place& place, int minute) {
  return place.kind == Place::Kind::Minute && place.minute <= minute;
}

}  // namespace rialto::text
