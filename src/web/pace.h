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
  Pace(double at_once, double a_second) : at_once_(at_once), a_second_(a_second) {}

  // False: too fast; to be asked again later.
  [[nodiscard]] bool admits(std::int64_t who, Time now);

 private:
  struct Left {
    double asks = 0;
    Time at;
  };
  static constexpr std::size_t kMostKept = 10'000;  // then all are forgotten: it is about hurry, not about guilt

  const double at_once_, a_second_;
  std::mutex mutex_;  // guards left_
  std::unordered_map<std::int64_t, Left> left_;
};

}  // namespace rialto::web
