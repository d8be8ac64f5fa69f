// The door to the database. One interface over SQLite and PostgreSQL; everything in SQL is a compiled statement.
//
//   auto posts = db->read([&](Tx& tx) { return tx.rows<sql::thread_posts>({.thread = id}); });
//   db->write([&](Tx& tx) { tx.run<sql::add_post>({…}); });
//
// read() sees one consistent state. write() is atomic and durable when it returns; its function may be run again
// (busy, serialisation failure), so it touches nothing but the database. An exception from the function takes all
// that it wrote back and reaches the caller. Both may be called from any thread, but never within one another.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "db/statement.h"

namespace rialto {

enum class Engine { Sqlite, Postgres };

// Why the database refused. Constraint: a unique or foreign key stands against it. Conflict: another write came
// between; Db has tried again already. Unavailable: it can't be reached or is overloaded, try later. Moved: the site lives
// in another database now (keep/change_log.h). Full: no space left. Broken: the file or the statement is bad.
class DbError : public std::runtime_error {
 public:
  enum class Kind { Constraint, Conflict, Unavailable, Moved, Full, Broken };

  DbError(Kind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}
  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

// One connection to one database, used by one thread at a time. Only the drivers, Db and migrations speak of it.
class Connection {
 public:
  using OnRow = std::function<void(const Columns&)>;

  virtual ~Connection() = default;
  virtual Engine engine() const = 0;
  // Runs one statement; gives each row to on_row; returns how many rows it changed.
  virtual std::int64_t execute(const Statement& statement, const Values& values, const OnRow& on_row) = 0;
  // Runs several statements without parameters or results: transactions and migrations.
  virtual void script(const std::string& sql) = 0;
};

// A running transaction. Lives only inside the function given to Db::read or Db::write.
class Tx {
 public:
  explicit Tx(Connection& connection) : connection_(connection) {}

  template <class Query>
  std::vector<typename Query::Row> rows(const typename Query::In& in = {}) {
    std::vector<typename Query::Row> found;
    execute<Query>(in, [&](const Columns& columns) { found.push_back(Query::read(columns)); });
    return found;
  }

  // The first row, if there is one.
  template <class Query>
  std::optional<typename Query::Row> row(const typename Query::In& in = {}) {
    std::optional<typename Query::Row> found;
    execute<Query>(in, [&](const Columns& columns) {
      if (!found) found = Query::read(columns);
    });
    return found;
  }

  // Each row as it comes, without keeping any: for what doesn't fit into memory.
  template <class Query, class OnRow>
  void each(const typename Query::In& in, OnRow on_row) {
    execute<Query>(in, [&](const Columns& columns) { on_row(Query::read(columns)); });
  }

  // Runs a statement for its effect; how many rows it changed.
  template <class Query>
  std::int64_t run(const typename Query::In& in = {}) {
    return execute<Query>(in, [](const Columns&) {});
  }

  // For tools that hold statements as data; everything else uses the typed forms above.
  Connection& connection() { return connection_; }

 private:
  template <class Query>
  std::int64_t execute(const typename Query::In& in, const Connection::OnRow& on_row) {
    Values values;
    Query::bind(values, in);
    return connection_.execute(Query::statement, values, on_row);
  }

  Connection& connection_;
};

// Names a state of the database as one Db sees it: between two equal moments nothing was written, by nobody, in this
// process or another, on this machine or another. Moments of two Db objects say nothing about one another.
struct Moment {
  std::string mark;
  friend bool operator==(const Moment&, const Moment&) = default;
};

class Db {
 public:
  virtual ~Db() = default;

  // Opens, and brings the schema up to date. `place` is a file's path (SQLite) or postgresql://… (PostgreSQL).
  // Throws DbError with a sentence that names the place.
  static std::unique_ptr<Db> open(const std::string& place);

  virtual Engine engine() const = 0;

  // The state that a read() begun from now on sees at the least. Whoever keeps what was read after it may use it while
  // moment() is the same. A few microseconds on SQLite, one round trip on PostgreSQL. Throws DbError.
  virtual Moment moment() = 0;

  template <class F>
  auto read(F f) -> std::invoke_result_t<F, Tx&> {
    return with_result(f, [this](const Act& act) { do_read(act); });
  }

  template <class F>
  auto write(F f) -> std::invoke_result_t<F, Tx&> {
    return with_result(f, [this](const Act& act) { do_write(act); });
  }

 protected:
  using Act = std::function<void(Tx&)>;
  virtual void do_read(const Act& act) = 0;
  virtual void do_write(const Act& act) = 0;

 private:
  template <class F, class Doer>
  static auto with_result(F& f, Doer doer) {
    using R = std::invoke_result_t<F, Tx&>;
    if constexpr (std::is_void_v<R>) {
      doer([&](Tx& tx) { f(tx); });
    } else {
      std::optional<R> result;
      doer([&](Tx& tx) { result.emplace(f(tx)); });
      return R(std::move(*result));
    }
  }
};

}  // namespace rialto
