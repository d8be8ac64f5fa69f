// A place in a film, as far as talk about it tells: the minute in which it happens, a scene by its name, the ending, or
// no place in particular (everything). What gives away a place is no news to whoever has seen the film up to there.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "say/language.h"

namespace rialto::text {

struct Place {
  enum class Kind { Everything, Ending, Scene, Minute };

  Kind kind = Kind::Everything;
  int minute = 0;     // Minute: whole minutes from the beginning, 0 to kLastMinute
  std::string scene;  // Scene: its name without "the" and "scene", as it was written

  static constexpr int kLastMinute = 6000;

  static Place everything() { return {}; }
  static Place ending() { return {.kind = Kind::Ending, .minute = 0, .scene = {}}; }
  static Place at_minute(int minute) { return {.kind = Kind::Minute, .minute = minute, .scene = {}}; }
  static Place in_scene(std::string name) { return {.kind = Kind::Scene, .minute = 0, .scene = std::move(name)}; }

  bool operator==(const Place&) const = default;
};

// What people write, in English or German, in any case: "everything", "ending", "near the end", "minute 60", "from 60 min
// on", "1:23", "the coffee shop scene". Nothing if it is no place.
std::optional<Place> place_in(std::string_view words);

// Its text form, which place_in() reads: "everything", "ending", "minute 60", "scene: coffee shop".
std::string text_of(const Place& place);

// As a page says it: "the ending", "from minute 60 on".
std::string said(const Place& place, Language language);

// True if whoever has seen the film up to `minute` knows the place. A scene is known by its minute only: turn it into that
// first.
bool is_before(const Place& place, int minute);

}  // namespace rialto::text
