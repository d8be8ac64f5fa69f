// One line on the terminal that is written over; where nobody watches, a line every ten seconds. To standard error.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace rialto::app {

class ProgressLine {
 public:
  ProgressLine();
  void tell(const std::string& line);
  // Takes the line away, so that what follows stands alone.
  void end() const;

 private:
  std::chrono::steady_clock::time_point told_;
  bool watched_;
};

// "1,234,567"
std::string grouped(std::int64_t number);

}  // namespace rialto::app
