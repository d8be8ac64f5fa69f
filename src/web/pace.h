// How often one member may ask for something, as while they type: some at once, then so many a second.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <unordered_map>

#include "base/time.h"

namespace rialto::web {

class Pace {
 public:
  struct Rate {
    double at_once = 0, a_second = 0;  // both above 0
  };

  explicit Pace(Rate usual) : usual_(usual) {}

  // False: too fast; to be asked again later.
  [[nodiscard]] bool admits(std::int64_t who, Time now) { return wait(who, now, usual_) == 0; }

  // The same at another rate: 0 if it is admitted, otherwise after how many seconds it will be.
  [[nodiscard]] std::int64_t wait(std::int64_t who, Time now, Rate rate);

 private:
  struct Left {
    double asks = 0;
    Time at;
  };
  static constexpr std::size_t kMostKept = 10'000;  // then all are forgotten: it is about hurry, not about guilt

  const Rate usual_;
  std::mutex mutex_;  // guards left_
  std::unordered_map<std::int64_t, Left> left_;
};

}  // namespace rialto::web
