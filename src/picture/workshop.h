// A room for work that takes memory and time: one is at it, a few wait for a while, and whoever comes then is sent away.
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>

namespace rialto::picture {

class Workshop {
 public:
  // `places`: for the one at work and for those who wait; each of them holds a thread of the server.
  Workshop(int places, std::chrono::seconds patience) : places_(places), patience_(patience) {}

  // What `work` gives; nothing if it was not done, because too many are here.
  template <class Work>
  auto use(const Work& work) -> std::optional<decltype(work())> {
    const Place place(taken_);
    if (place.before >= places_) return std::nullopt;
    const std::unique_lock lock(at_work_, patience_);
    if (!lock) return std::nullopt;
    return work();
  }

 private:
  struct Place {
    explicit Place(std::atomic<int>& all) : taken(all), before(all.fetch_add(1)) {}
    ~Place() { taken.fetch_sub(1); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    std::atomic<int>& taken;
    const int before;
  };

  const int places_;
  const std::chrono::seconds patience_;
  std::atomic<int> taken_{0};
  std::timed_mutex at_work_;
};

}  // namespace rialto::picture
