#include "db/sqlite.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

#include "db/migrations.h"
#include "db/sqlite_connection.h"

namespace rialto {

namespace {

constexpr std::size_t kGroup = 64;  // writes in one commit at the most

// A write that waits for its commit.
struct Job {
  const std::function<void(Tx&)>* act;
  std::exception_ptr failure;
  bool done = false;
};

void roll_back(SqliteConnection& connection) {
  try {
    connection.script("ROLLBACK");
  } catch (const DbError&) {  // the failure had ended the transaction already
  }
}

class SqliteDb : public Db {
 public:
  explicit SqliteDb(const std::string& path) : path_(path), writing_(path, SqliteConnection::Access::Write) {
    migrate(writing_);
    watching_ = std::make_unique<SqliteConnection>(path, SqliteConnection::Access::Read);
    watching_->map_wal_index();
    writer_ = std::thread([this] { write_groups(); });
  }

  ~SqliteDb() override {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    work_came_.notify_one();
    writer_.join();
  }

  Engine engine() const override { return Engine::Sqlite; }

  Moment moment() override {
    if (auto header = watching_->wal_header(); !header.empty()) return {std::move(header)};
    const std::lock_guard lock(watching_mutex_);
    return {std::to_string(watching_->data_version())};
  }

 protected:
  void do_read(const Act& act) override {
    const Lease lease(*this);
    lease.connection->script("BEGIN");
    try {
      Tx tx(*lease.connection);
      act(tx);
    } catch (...) {
      roll_back(*lease.connection);
      throw;
    }
    lease.connection->script("COMMIT");
  }

  void do_write(const Act& act) override {
    Job job{.act = &act};
    std::unique_lock lock(mutex_);
    jobs_.push_back(&job);
    work_came_.notify_one();
    work_done_.wait(lock, [&] { return job.done; });
    if (job.failure) std::rethrow_exception(job.failure);
  }

 private:
  // A reading connection, borrowed from the pool and given back.
  struct Lease {
    SqliteDb& db;
    std::unique_ptr<SqliteConnection> connection;

    explicit Lease(SqliteDb& from) : db(from), connection(from.borrow()) {}
    ~Lease() {
      const std::lock_guard lock(db.readers_mutex_);
      db.readers_.push_back(std::move(connection));
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
  };

  std::unique_ptr<SqliteConnection> borrow() {
    {
      const std::lock_guard lock(readers_mutex_);
      if (!readers_.empty()) {
        auto reader = std::move(readers_.back());
        readers_.pop_back();
        return reader;
      }
    }
    return std::make_unique<SqliteConnection>(path_, SqliteConnection::Access::Read);
  }

  void write_groups() {
    std::unique_lock lock(mutex_);
    for (;;) {
      work_came_.wait(lock, [&] { return stopping_ || !jobs_.empty(); });
      if (jobs_.empty()) return;
      std::vector<Job*> group;
      while (!jobs_.empty() && group.size() < kGroup) {
        group.push_back(jobs_.front());
        jobs_.pop_front();
      }
      lock.unlock();
      write_group(group);
      lock.lock();
      for (Job* job : group) job->done = true;
      work_done_.notify_all();
    }
  }

  // All jobs of a group become durable in one commit, and each fails alone.
  void write_group(const std::vector<Job*>& group) {
    try {
      writing_.script("BEGIN IMMEDIATE");
      for (Job* job : group) run_alone(*job);
      writing_.script("COMMIT");
    } catch (...) {
      fail_all(group, std::current_exception());
    }
  }

  void run_alone(Job& job) {
    writing_.script("SAVEPOINT job");
    try {
      Tx tx(writing_);
      (*job.act)(tx);
    } catch (...) {
      job.failure = std::current_exception();
      writing_.script("ROLLBACK TO job");
    }
    writing_.script("RELEASE job");
  }

  void fail_all(const std::vector<Job*>& group, const std::exception_ptr& failure) {
    for (Job* job : group)
      if (!job->failure) job->failure = failure;
    roll_back(writing_);
  }

  std::string path_;

  // Owned by the writer thread once it runs.
  SqliteConnection writing_;

  // Guarded by mutex_.
  std::mutex mutex_;
  std::condition_variable work_came_;
  std::condition_variable work_done_;
  std::deque<Job*> jobs_;
  bool stopping_ = false;

  // Guarded by readers_mutex_.
  std::mutex readers_mutex_;
  std::vector<std::unique_ptr<SqliteConnection>> readers_;

  // Writes nothing itself, so that every commit is another connection's. The mutex guards its data_version() only.
  std::mutex watching_mutex_;
  std::unique_ptr<SqliteConnection> watching_;

  std::thread writer_;
};

}  // namespace

std::unique_ptr<Db> open_sqlite(const std::string& path) {
  return std::make_unique<SqliteDb>(path);
}

}  // namespace rialto
