#include "db/lease.h"

#include <chrono>
#include <mutex>

#include "base/log.h"
#include "db/postgres.h"
#include "db/postgres_connection.h"

namespace rialto {

namespace {

constexpr const char* kTake = "SELECT pg_try_advisory_lock(7234)";
constexpr const char* kAsk = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 7234 AND pid = pg_backend_pid() AND granted";
constexpr std::chrono::milliseconds kPatience{3'000};

class OnlyNode : public Lease {
 public:
  bool holds() override { return true; }
};

class PostgresLease : public Lease {
 public:
  explicit PostgresLease(std::string address) : address_(std::move(address)) {}

  bool holds() override {
    const std::lock_guard lock(mutex_);
    try {
      const bool held = held_ && answers(kAsk);
      if (held_ && !held) connection_.reset();  // an answer that is not to be had is no answer
      held_ = held || take();
    } catch (const DbError&) {
      connection_.reset();
      held_ = false;
    }
    return held_;
  }

 private:
  bool take() {
    if (!connection_) connection_ = std::make_unique<PostgresConnection>(address_, kPatience);
    bool taken = false;
    connection_->query(kTake, [&](const Columns& row) { taken = row.truth(0); });
    if (taken) log_info("this node has the work beside the visits now");
    return taken;
  }

  bool answers(const char* question) {
    bool found = false;
    connection_->query(question, [&](const Columns&) { found = true; });
    return found;
  }

  const std::string address_;

  // Guarded by mutex_.
  std::mutex mutex_;
  std::unique_ptr<PostgresConnection> connection_;
  bool held_ = false;
};

}  // namespace

std::unique_ptr<Lease> open_lease(const std::string& place) {
  if (is_postgres(place)) return std::make_unique<PostgresLease>(place);
  return std::make_unique<OnlyNode>();
}

}  // namespace rialto
