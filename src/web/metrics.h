// What the server counts, for those who keep the site running: told in Prometheus's text format, version 0.0.4.
// Safe from any thread; counting costs a few nanoseconds.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "web/http.h"
#include "web/page_cache.h"

namespace rialto::web {

class Metrics {
 public:
  // `took`: from the first byte of the request until its answer was made.
  void count_answer(Status status, std::chrono::nanoseconds took, std::size_t bytes);
  void count_connection() { connections_.fetch_add(1, std::memory_order_relaxed); }
  void forget_connection() { connections_.fetch_sub(1, std::memory_order_relaxed); }

  // All counts so far, with those of the page cache and of the process.
  std::string told(const PageCache::Counts& pages) const;

 private:
  using Count = std::atomic<std::uint64_t>;
  // Bounds of the histogram in seconds; what took longer is in the last one, "+Inf".
  static constexpr std::array kBounds = {"0.0001", "0.0003", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3"};
  static constexpr std::array<std::uint64_t, kBounds.size()> kNanoseconds = {
      100'000, 300'000, 1'000'000, 3'000'000, 10'000'000, 30'000'000, 100'000'000, 300'000'000, 1'000'000'000, 3'000'000'000};

  std::array<Count, 6> by_class_{};  // by the first digit of the status
  std::array<Count, kBounds.size() + 1> by_time_{};
  Count nanoseconds_{0};
  Count bytes_{0};
  std::atomic<std::int64_t> connections_{0};
};

}  // namespace rialto::web
