// Title cards: a film without a picture has one drawn from its facts, in the manner of the posters of its time.
#pragma once

#include <string>
#include <vector>

#include "card/canvas.h"
#include "card/facts.h"
#include "card/family.h"

namespace rialto::card {

struct Drawing {
  std::string svg;  // 200 by 300 units, self-contained: no fonts, scripts or addresses in it
  std::vector<TextMark> marks;
};

// The same facts give the same bytes on every machine.
std::string draw(const Facts& facts);

// In a family of one's choice; for the page of the design, and for tests.
Drawing draw_as(Family family, const Facts& facts);

// A short name for what draw() makes of these facts: it changes when the facts or the way of drawing change.
std::string version_of(const Facts& facts);

// "Heat (1995), Michael Mann": what stands for the card where it can't be seen, in every language.
std::string spoken(const Facts& facts);

}  // namespace rialto::card
