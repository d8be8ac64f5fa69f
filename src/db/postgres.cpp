#include "db/postgres.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "db/migrations.h"
#include "db/postgres_connection.h"

namespace rialto {

namespace {

constexpr int kMostConnections = 16;
constexpr int kMostTries = 12;
constexpr std::chrono::seconds kLongestWait{5};
constexpr std::chrono::seconds kRestAfterFailure{1};

using Clock = std::chrono::steady_clock;

[[noreturn]] void refuse(const std::string& why) {
  throw DbError(DbError::Kind::Unavailable, "db: " + why);
}

class PostgresDb : public Db {
 public:
  enum class Server { Primary, Replica };

  PostgresDb(const std::string& address, PostgresConnection::Patience patience, Server server)
      : address_(address), patience_(patience) {
    if (server == Server::Replica) return;
    PostgresConnection connection(address);
    migrate(connection);
  }

  Engine engine() const override { return Engine::Postgres; }

  Moment moment() override {
    Moment seen;
    Lease lease(*this);
    reach(lease, [&](PostgresConnection& connection) { seen.mark = connection.snapshot(); });
    return seen;
  }

 protected:
  void do_read(const Act& act) override { run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", act); }

  void do_write(const Act& act) override {
    for (int attempt = 1;; ++attempt) {
      try {
        return run("BEGIN ISOLATION LEVEL SERIALIZABLE", act);
      } catch (const DbError& error) {
        if (error.kind() != DbError::Kind::Conflict || attempt == kMostTries) throw;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(attempt * attempt));
    }
  }

 private:
  // A connection borrowed from the pool; a dead one is not given back.
  struct Lease {
    PostgresDb& db;
    std::unique_ptr<PostgresConnection> connection;

    explicit Lease(PostgresDb& from) : db(from), connection(from.borrow()) {}
    ~Lease() { db.give_back(std::move(connection)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
  };

  void run(const char* begin, const Act& act) {
    Lease lease(*this);
    reach(lease, [&](PostgresConnection& connection) { connection.script(begin); });
    try {
      Tx tx(*lease.connection);
      act(tx);
      lease.connection->script("COMMIT");
    } catch (...) {
      if (lease.connection->is_silent()) rest();
      roll_back(*lease.connection);
      throw;
    }
  }

  using First = std::function<void(PostgresConnection&)>;

  // Does what comes first on a connection, on fresh ones in place of those that have died in the pool.
  void reach(Lease& lease, const First& first) {
    while (!reached(*lease.connection, first)) lease.connection = in_place_of(std::move(lease.connection));
  }

  // False if the connection had died: nothing was asked of it yet. A silent server is not asked twice.
  bool reached(PostgresConnection& connection, const First& first) {
    try {
      first(connection);
      return true;
    } catch (const DbError&) {
      if (connection.alive()) throw;
      if (connection.is_silent()) {
        rest();
        throw;
      }
      return false;
    }
  }

  static void roll_back(PostgresConnection& connection) {
    try {
      connection.script("ROLLBACK");
    } catch (const DbError&) {  // the connection is gone, and with it the transaction
    }
  }

  std::unique_ptr<PostgresConnection> borrow() {
    std::unique_lock lock(mutex_);
    if (!free_came_.wait_for(lock, kLongestWait, [&] { return !free_.empty() || open_ < kMostConnections; }))
      refuse("all connections to PostgreSQL are busy");
    if (!free_.empty()) {
      auto connection = std::move(free_.back());
      free_.pop_back();
      return connection;
    }
    ++open_;
    lock.unlock();
    try {
      return connected();
    } catch (...) {
      give_back(nullptr);
      throw;
    }
  }

  // Takes the place of a dead connection; nothing else in the pool changes.
  std::unique_ptr<PostgresConnection> in_place_of(std::unique_ptr<PostgresConnection> dead) {
    dead.reset();
    return connected();
  }

  // While the server can't be reached, one asks and the others are told at once.
  std::unique_ptr<PostgresConnection> connected() {
    {
      const std::lock_guard lock(mutex_);
      if (Clock::now() < rest_until_ || (failed_ && asking_)) refuse("PostgreSQL can't be reached");
      asking_ = failed_;
    }
    try {
      auto connection = std::make_unique<PostgresConnection>(address_, patience_);
      const std::lock_guard lock(mutex_);
      failed_ = asking_ = false;
      return connection;
    } catch (...) {
      rest();
      throw;
    }
  }

  // The connections that wait in the pool would be found silent one by one; they are given up together.
  void rest() {
    const std::lock_guard lock(mutex_);
    failed_ = true;
    asking_ = false;
    rest_until_ = Clock::now() + kRestAfterFailure;
    open_ -= static_cast<int>(free_.size());
    free_.clear();
  }

  void give_back(std::unique_ptr<PostgresConnection> connection) {
    {
      const std::lock_guard lock(mutex_);
      if (connection && connection->alive()) {
        free_.push_back(std::move(connection));
      } else {
        --open_;
      }
    }
    free_came_.notify_one();
  }

  const std::string address_;
  const PostgresConnection::Patience patience_;

  // Guarded by mutex_.
  std::mutex mutex_;
  std::condition_variable free_came_;
  std::vector<std::unique_ptr<PostgresConnection>> free_;
  int open_ = 0;
  bool failed_ = false;  // the last try to reach the server
  bool asking_ = false;  // somebody tries again
  Clock::time_point rest_until_{};
};

}  // namespace

bool is_postgres(const std::string& place) {
  return place.starts_with("postgresql://") || place.starts_with("postgres://");
}

std::unique_ptr<Db> open_postgres(const std::string& address, std::optional<std::chrono::milliseconds> patience) {
  return std::make_unique<PostgresDb>(address, patience, PostgresDb::Server::Primary);
}

std::unique_ptr<Db> open_postgres_replica(const std::string& address, std::chrono::milliseconds patience) {
  return std::make_unique<PostgresDb>(address, patience, PostgresDb::Server::Replica);
}

}  // namespace rialto
