// Chores that keep the tables of passing things small: what is over is taken away, again and again, beside the site.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace rialto {
class Db;
class Lease;
}  // namespace rialto

namespace rialto::upkeep {

struct Chore {
  std::string name;  // for the log
  std::function<void(Db&)> run;
};

// Runs every chore at once and then each `every` until the object goes, as long as this node has the work (`lease`; without one it
// always has). A chore that fails is logged and tried again at the next round; the others go on.
class Housekeeping {
 public:
  Housekeeping(Db& db, std::vector<Chore> chores, std::chrono::milliseconds every = std::chrono::hours(1), Lease* lease = nullptr);
  ~Housekeeping();
  Housekeeping(const Housekeeping&) = delete;
  Housekeeping& operator=(const Housekeeping&) = delete;

 private:
  void work();
  void do_all();
  bool wait_for_next();  // false: it is time to go

  Db& db_;
  const std::vector<Chore> chores_;
  const std::chrono::milliseconds every_;
  Lease* const lease_;

  std::mutex mutex_;  // guards stopped_
  std::condition_variable changed_;
  bool stopped_ = false;

  std::thread thread_;
};

}  // namespace rialto::upkeep
