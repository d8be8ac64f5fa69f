#include "keep/move.h"

#include <filesystem>
#include <memory>
#include <optional>

#include "db/migrations.h"
#include "db/postgres.h"
#include "db/postgres_connection.h"
#include "db/sqlite_connection.h"
#include "db/sqlite_copy.h"
#include "keep/change_log.h"
#include "keep/copy_rows.h"
#include "keep/file_place.h"
#include "keep/fill.h"

namespace rialto::keep {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kMostRounds = 12;
constexpr int kMostTries = 10;
constexpr std::int64_t kFew = 200;  // notes that are caught up with in no time, so that the last pause can begin

// For a moment a row that changed is missing while others refer to it.
constexpr const char* kConstraintsMayWait =
    "DO $$ DECLARE one record; BEGIN FOR one IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint"
    " WHERE contype = 'f' AND connamespace = 'public'::regnamespace LOOP"
    " EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE', one.owner, one.conname); END LOOP; END $$;";
constexpr const char* kConstraintsHold =
    "SET CONSTRAINTS ALL IMMEDIATE;"
    "DO $$ DECLARE one record; BEGIN FOR one IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint"
    " WHERE contype = 'f' AND connamespace = 'public'::regnamespace LOOP"
    " EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I NOT DEFERRABLE', one.owner, one.conname); END LOOP; END $$;";

// In PostgreSQL this table stands where a site is on its way in: whoever is cut off finds the place again.
constexpr const char* kArriving = "CREATE TABLE IF NOT EXISTS arriving (nothing INT)";

[[noreturn]] void differs(const TableShape& table) {
  throw DbError(DbError::Kind::Broken, "keep: table " + table.name + " did not arrive as it is; the site stays where it was");
}

struct Side {
  std::unique_ptr<SqliteConnection> sqlite;
  std::unique_ptr<PostgresConnection> postgres;

  Engine engine() const { return sqlite ? Engine::Sqlite : Engine::Postgres; }
  WholeTables& tables() const { return sqlite ? static_cast<WholeTables&>(*sqlite) : *postgres; }
};

Side side_at(const std::string& place, SqliteConnection::Access access) {
  if (!is_postgres(place)) return {std::make_unique<SqliteConnection>(place, access), nullptr};
  Side side{nullptr, std::make_unique<PostgresConnection>(place)};
  side.postgres->script("SET statement_timeout = 0");
  return side;
}

// Where the site arrives, from the empty schema to the last commit.
class Arrival {
 public:
  explicit Arrival(const std::string& place) : place_(place), into_(is_postgres(place) ? place : unfinished(place).string()) {
    if (!is_postgres(place)) remove_database(into_);
    Db::open(into_);  // makes the schema
    side_ = side_at(into_, SqliteConnection::Access::Copy);
  }

  WholeTables& tables() const { return side_.tables(); }

  void begin_taking(const std::vector<TableShape>& tables) {
    if (!side_.sqlite) {
      if (!is_unfinished()) refuse_if_full(side_.tables(), tables);
      side_.postgres->script(std::string(kArriving) + ";" + kConstraintsMayWait);
    }
    for (const auto& table : tables) {
      const auto key = key_of(table, "moving_" + table.name);
      side_.tables().script("CREATE TEMP TABLE \"" + key.name + "\" AS SELECT " + column_list(key) + " FROM \"" + table.name + "\" WHERE FALSE");
    }
  }

  void begin() { side_.tables().script(side_.sqlite ? "BEGIN" : "BEGIN; SET CONSTRAINTS ALL DEFERRED"); }
  void commit() { side_.tables().script("COMMIT"); }

  // Most rows are here: PostgreSQL looks at them, so that the few that follow are found by their keys.
  void get_ready() {
    if (!side_.sqlite) side_.postgres->script("ANALYZE");
  }

  // The last commit. The name under which a file stays that was in the place before.
  std::string finish() {
    if (!side_.sqlite) {
      side_.postgres->script(std::string(kConstraintsHold) + "DROP TABLE arriving; COMMIT");
      return "";
    }
    side_.sqlite->script("COMMIT");
    side_.sqlite.reset();
    make_one_file(into_);
    std::string before;
    if (fs::exists(place_)) {
      make_one_file(place_);
      before = free_name(place_, ".before-move").string();
      fs::create_hard_link(place_, before);
    }
    put_in_place(into_, place_);
    return before;
  }

 private:
  bool is_unfinished() const {
    bool found = false;
    side_.postgres->query("SELECT 1 WHERE to_regclass('public.arriving') IS NOT NULL", [&](const Columns&) { found = true; });
    return found;
  }

  const std::string place_, into_;
  Side side_;
};

class Move {
 public:
  Move(const std::string& from, const std::string& to, const OnProgress& on_progress)
      : source_(side_at(from, SqliteConnection::Access::Write)),
        arrival_(to),
        tables_(source_.sqlite ? tables_of(source_.tables(), arrival_.tables()) : tables_of(arrival_.tables(), source_.tables())),
        log_(source_.tables(), source_.engine(), tables_),
        on_progress_(on_progress) {}

  Moved run() {
    arrival_.begin_taking(tables_);
    try {
      log_.begin();
      copy_all();
      for (int round = 1; round <= kMostRounds; ++round)
        if (catch_up() <= kFew) break;
      finish();
    } catch (...) {
      stay();
      throw;
    }
    return moved_;
  }

 private:
  // The notes would do no harm, and the next move would take them away.
  void stay() {
    try {
      log_.give_up();
    } catch (const DbError&) {  // no transaction was open
    }
    try {
      log_.remove();
    } catch (const DbError&) {  // the site can't be reached
    }
  }

  void copy_all() {
    log_.begin_reading();
    arrival_.begin();
    const auto sums = copy_rows(source_.tables(), arrival_.tables(), tables_, on_progress_);
    arrival_.commit();
    log_.end_reading(ChangeLog::Notes::Forget);
    prove_rows(arrival_.tables(), tables_, sums, on_progress_);
    arrival_.get_ready();
    for (const auto& sum : sums) moved_.copied += sum.rows;
  }

  std::int64_t catch_up() {
    log_.begin_reading();
    arrival_.begin();
    const auto notes = apply_notes();
    arrival_.commit();
    log_.end_reading(ChangeLog::Notes::Forget);
    on_progress_({"catching up", 1});
    return notes;
  }

  // Whoever writes may hold what is waited for here, and wait for what is held: then PostgreSQL ends one of the two.
  Clock::time_point hold_all() {
    for (int attempt = 1;; ++attempt) try {
        const auto began = Clock::now();
        log_.hold_all();
        return began;
      } catch (const DbError& error) {
        if (error.kind() != DbError::Kind::Conflict || attempt == kMostTries) throw;
        log_.give_up();
      }
  }

  void finish() {
    const auto began = hold_all();
    arrival_.begin();
    apply_notes();
    compare_counts();
    moved_.before = arrival_.finish();
    log_.shut_door();
    moved_.pause = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began);
  }

  // Takes away all rows that changed before any comes, so that two may have exchanged what must be unique. How many there were.
  std::int64_t apply_notes() {
    std::int64_t notes = 0;
    std::vector<TableShape> changed;
    for (const auto& table : tables_) {
      const auto key = key_of(table, "moving_" + table.name);
      arrival_.tables().script("DELETE FROM \"" + key.name + "\"");
      const auto noted = copy_found(source_.tables(), log_.keys_noted(table), arrival_.tables(), key).rows;
      if (noted == 0) continue;
      notes += noted;
      changed.push_back(table);
      arrival_.tables().script("DELETE FROM \"" + table.name + "\" WHERE (" + column_list(key) + ") IN (SELECT " + column_list(key) +
                               " FROM \"" + key.name + "\")");
    }
    for (const auto& table : changed) bring(table);
    moved_.caught_up += notes;
    return notes;
  }

  void bring(const TableShape& table) {
    const auto sum = copy_found(source_.tables(), log_.rows_noted(table), arrival_.tables(), table);
    if (sum != sum_found(arrival_.tables(), log_.rows_noted(table), table)) differs(table);
  }

  void compare_counts() {
    for (const auto& table : tables_)
      if (count_rows(source_.tables(), {table}) != count_rows(arrival_.tables(), {table})) differs(table);
  }

  Side source_;
  Arrival arrival_;
  const std::vector<TableShape> tables_;
  ChangeLog log_;
  const OnProgress& on_progress_;
  Moved moved_;
};

}  // namespace

Moved move_site(const std::string& from, const std::string& to, const OnProgress& on_progress) {
  if (is_postgres(from) == is_postgres(to))
    throw DbError(DbError::Kind::Constraint, "A site moves from a folder to PostgreSQL, or from PostgreSQL to a folder.");
  Db::open(from);  // brings the schema up to date
  return Move(from, to, on_progress).run();
}

}  // namespace rialto::keep
