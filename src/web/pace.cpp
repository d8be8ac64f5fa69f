#include "web/pace.h"

#include <algorithm>
#include <cmath>

namespace rialto::web {

std::int64_t Pace::wait(std::int64_t who, Time now, Rate rate) {
  const std::lock_guard lock(mutex_);
  if (left_.size() > kMostKept) left_.clear();
  const auto [place, is_new] = left_.try_emplace(who, Left{rate.at_once, now});
  auto& left = place->second;
  const auto seconds = static_cast<double>(std::max<std::int64_t>(0, now.micros - left.at.micros)) / 1e6;
  left = {std::min(rate.at_once, left.asks + seconds * rate.a_second), now};
  if (left.asks < 1) return static_cast<std::int64_t>(std::ceil((1 - left.asks) / rate.a_second));
  left.asks -= 1;
  return 0;
}

}  // namespace rialto::web
