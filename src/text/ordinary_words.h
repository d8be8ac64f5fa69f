// How ordinary words are in talk about films: what tells "Heat" from "heat".
#pragma once

#include <span>
#include <string_view>

namespace rialto::text {

struct OrdinaryWords {
  int often = 0;        // 1 to 15: logarithm of how often
  int lower_share = 0;  // how often written small, in sixteenths
  std::string_view words;  // "|" between; a phrase has blanks within
};

// Counted by tools/count_ordinary over 90,000 posts and reviews; see there.
std::span<const OrdinaryWords> ordinary_words();

}  // namespace rialto::text
