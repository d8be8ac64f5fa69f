// Threads for handlers that take their time. Bounded on both sides: a site that is too busy says so at once.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace rialto::web {

class SlowPool {
 public:
  SlowPool(std::size_t threads, std::size_t most_waiting);
  // Waits for what runs; drops what waits.
  ~SlowPool();

  // False if too much is waiting already, or after close().
  [[nodiscard]] bool submit(std::function<void()> task);

  // Takes nothing more, and returns when everything is done or the time is over; false if something still runs.
  bool close(std::chrono::steady_clock::time_point until);

 private:
  void work();

  std::mutex mutex_;  // guards everything but the threads
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  std::size_t most_waiting_;
  std::size_t running_ = 0;
  bool closed_ = false;
  bool ended_ = false;

  std::vector<std::thread> threads_;
};

}  // namespace rialto::web
