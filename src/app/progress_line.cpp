#include "app/progress_line.h"

#include <unistd.h>

#include <cstddef>
#include <iostream>

namespace rialto::app {

using Clock = std::chrono::steady_clock;

ProgressLine::ProgressLine() : told_(Clock::now()), watched_(isatty(STDERR_FILENO) == 1) {}

void ProgressLine::tell(const std::string& line) {
  if (!watched_ && Clock::now() - told_ < std::chrono::seconds(10)) return;
  told_ = Clock::now();
  std::cerr << (watched_ ? "\r\033[K" : "") << line << (watched_ ? "" : "\n") << std::flush;
}

void ProgressLine::end() const {
  if (watched_) std::cerr << "\r\033[K" << std::flush;
}

std::string grouped(std::int64_t number) {
  auto digits = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

}  // namespace rialto::app
