#include "web/slow_pool.h"

namespace rialto::web {

SlowPool::SlowPool(std::size_t threads, std::size_t most_waiting) : most_waiting_(most_waiting) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

SlowPool::~SlowPool() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = ended_ = true;
    waiting_.clear();
  }
  changed_.notify_all();
  for (auto& thread : threads_) thread.join();
}

bool SlowPool::submit(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    if (closed_ || waiting_.size() >= most_waiting_) return false;
    waiting_.push_back(std::move(task));
  }
  changed_.notify_one();
  return true;
}

bool SlowPool::close(std::chrono::steady_clock::time_point until) {
  std::unique_lock lock(mutex_);
  closed_ = true;
  return changed_.wait_until(lock, until, [this] { return waiting_.empty() && running_ == 0; });
}

void SlowPool::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
    if (ended_) return;
    auto task = std::move(waiting_.front());
    waiting_.pop_front();
    ++running_;
    lock.unlock();
    task();
    task = nullptr;
    lock.lock();
    --running_;
    if (closed_ && running_ == 0 && waiting_.empty()) changed_.notify_all();
  }
}

}  // namespace rialto::web
