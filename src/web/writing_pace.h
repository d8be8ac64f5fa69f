// How fast one member may write: posts, reviews, edits, ratings, reports. Settings::writes_a_minute says it.
#pragma once

#include <functional>
#include <optional>

#include "web/http.h"
#include "web/pace.h"

namespace rialto::web {

struct Visit;

class WritingPace {
 public:
  // Seconds after which the member may write again; 0: now, and it is counted. As many as a minute's share come at once.
  // Without a limit (0 a minute) it is always 0.
  [[nodiscard]] std::int64_t wait(std::int64_t member, Time now, std::int64_t writes_a_minute);

 private:
  Pace pace_{{.at_once = 1, .a_second = 1}};
};

// What a member is told who writes too fast: 429, when to come again, what they wrote, and a button that sends all of the
// form again as it was. Nothing if they may write, look at a preview only, moderate, or are nobody.
std::optional<Response> too_fast(const Visit& visit);

}  // namespace rialto::web
