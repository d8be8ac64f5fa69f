#include "web/pace.h"

#include <algorithm>

namespace rialto::web {

bool Pace::admits(std::int64_t who, Time now) {
  const std::lock_guard lock(mutex_);
  if (left_.size() > kMostKept) left_.clear();
  const auto [place, is_new] = left_.try_emplace(who, Left{at_once_, now});
  auto& left = place->second;
  const auto seconds = static_cast<double>(std::max<std::int64_t>(0, now.micros - left.at.micros)) / 1e6;
  left = {std::min(at_once_, left.asks + seconds * a_second_), now};
  if (left.asks < 1) return false;
  left.asks -= 1;
  return true;
}

}  // namespace rialto::web
