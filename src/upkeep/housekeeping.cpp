#include "upkeep/housekeeping.h"

#include <exception>
#include <utility>

#include "base/log.h"
#include "db/db.h"
#include "db/lease.h"

namespace rialto::upkeep {

Housekeeping::Housekeeping(Db& db, std::vector<Chore> chores, std::chrono::milliseconds every, Lease* lease)
    : db_(db), chores_(std::move(chores)), every_(every), lease_(lease), thread_([this] { work(); }) {}

Housekeeping::~Housekeeping() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Housekeeping::work() {
  do {
    if (!lease_ || lease_->holds()) do_all();
  } while (wait_for_next());
}

void Housekeeping::do_all() {
  for (const auto& chore : chores_) {
    try {
      chore.run(db_);
    } catch (const std::exception& error) {
      log_warning("upkeep: " + chore.name + " failed and is tried again later: " + error.what());
    }
  }
}

bool Housekeeping::wait_for_next() {
  std::unique_lock lock(mutex_);
  return !changed_.wait_for(lock, every_, [this] { return stopped_; });
}

}  // namespace rialto::upkeep
