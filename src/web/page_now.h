// What a page calls now: the beginning of a minute. Whoever tells something by it says until when that is true, so that a
// page can be kept until the first of its ages changes: "5 minutes ago" for a minute, "3 hours ago" for an hour.
#pragma once

#include <algorithm>
#include <limits>
#include <utility>

#include "base/time.h"

namespace rialto::web {

// After all minutes.
inline constexpr Time kForever{std::numeric_limits<std::int64_t>::max()};

// What is told by the time, and the first moment at which something else would be.
template <class What>
struct ForNow {
  What what;
  Time until = kForever;
};

class PageNow {
 public:
  explicit PageNow(Time minute) : minute_(minute) {}
  // Brings `true_until` forward to the end of whatever is told first; it outlives the page's making.
  PageNow(Time minute, Time& true_until) : minute_(minute), true_until_(&true_until) {}

  // What `tell` gives for the minute: a ForNow. The only way to the minute, so that none is told without its end.
  template <class Tell>
  auto told(Tell tell) const {
    auto [what, until] = tell(minute_);
    if (true_until_) *true_until_ = std::min(*true_until_, until);
    return std::move(what);
  }

 private:
  Time minute_;
  Time* true_until_ = nullptr;
};

}  // namespace rialto::web
