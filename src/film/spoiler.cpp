#include "film/spoiler.h"

namespace rialto::film {

std::string key_of(const Spoiler& spoiler) {
  const bool timed = spoiler.place.kind == text::Place::Kind::Minute;
  return short_form(spoiler.film) + "-" + (timed ? std::to_string(spoiler.place.minute) : "end");
}

bool covers(const Seen& seen, const Spoiler& spoiler) {
  return seen.film == spoiler.film && (!seen.minutes || text::is_before(spoiler.place, *seen.minutes));
}

}  // namespace rialto::film
