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

class PostgresDb : public Db {
 public:
  explicit PostgresDb(const std::string& address) : address_(address) {
    PostgresConnection connection(address);
    migrate(connection);
  }

  Engine engine() const override { return Engine::Postgres; }

  Moment moment() override { return {Lease(*this).connection->snapshot()}; }

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
    const Lease lease(*this);
    lease.connection->script(begin);
    try {
      Tx tx(*lease.connection);
      act(tx);
      lease.connection->script("COMMIT");
    } catch (...) {
      roll_back(*lease.connection);
      throw;
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
      throw DbError(DbError::Kind::Unavailable, "db: all connections to PostgreSQL are busy");
    if (!free_.empty()) {
      auto connection = std::move(free_.back());
      free_.pop_back();
      return connection;
    }
    ++open_;
    lock.unlock();
    try {
      return std::make_unique<PostgresConnection>(address_);
    } catch (...) {
      give_back(nullptr);
      throw;
    }
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

  std::string address_;

  // Guarded by mutex_.
  std::mutex mutex_;
  std::condition_variable free_came_;
  std::vector<std::unique_ptr<PostgresConnection>> free_;
  int open_ = 0;
};

}  // namespace

std::unique_ptr<Db> open_postgres(const std::string& address) {
  return std::make_unique<PostgresDb>(address);
}

}  // namespace rialto
