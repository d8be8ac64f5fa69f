// Ratings as critics write them: "4/5", "7.5 out of 10", "★★★½☆", "B+", "85 %", "4 von 5 Sternen".
#pragma once

#include <optional>
#include <string_view>

#include "import/record.h"

namespace rialto::imports {

// What a line that is a rating says; `labelled` tells an empty one ("Rating:") apart from a line that is none.
struct RatingLine {
  std::optional<RatingRecord> rating;
};
std::optional<RatingLine> rating_line(std::string_view line);

// A value with or without its scale: "4", "4/5". `best` is what the page says beside it.
std::optional<RatingRecord> rating_of(std::string_view text, std::optional<double> best = std::nullopt);

}  // namespace rialto::imports
