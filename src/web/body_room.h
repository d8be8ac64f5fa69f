// Memory for the bodies of requests that are on their way or being answered, shared by all connections: however many
// people send pictures at once, no more than this is taken.
#pragma once

#include <atomic>
#include <cstddef>

namespace rialto::web {

class BodyRoom {
 public:
  explicit BodyRoom(std::size_t most) : most_(most) {}

  // False: there is no room, and nothing was taken. From any thread.
  [[nodiscard]] bool take(std::size_t bytes) {
    if (taken_.fetch_add(bytes) + bytes <= most_) return true;
    taken_ -= bytes;
    return false;
  }
  void give_back(std::size_t bytes) { taken_ -= bytes; }

 private:
  const std::size_t most_;
  std::atomic<std::size_t> taken_ = 0;
};

// What one request has of it, until it goes.
class HeldRoom {
 public:
  explicit HeldRoom(BodyRoom& room) : room_(room) {}
  ~HeldRoom() { room_.give_back(held_); }
  HeldRoom(const HeldRoom&) = delete;
  HeldRoom& operator=(const HeldRoom&) = delete;

  // `bytes` in all from now on, more or less than before. False: there is no room for more, and it holds what it held.
  [[nodiscard]] bool hold(std::size_t bytes) {
    if (bytes > held_ && !room_.take(bytes - held_)) return false;
    if (bytes < held_) room_.give_back(held_ - bytes);
    held_ = bytes;
    return true;
  }

  void let_go() {
    room_.give_back(held_);
    held_ = 0;
  }

 private:
  BodyRoom& room_;
  std::size_t held_ = 0;
};

}  // namespace rialto::web
