#include <set>

#include "db/db.h"
#include "db/migrate.sql.h"
#include "db/migrations.h"

namespace rialto {

namespace {

// The advisory lock and BEGIN IMMEDIATE let one process migrate while others wait.
std::string begin_alone(Engine engine) {
  return engine == Engine::Sqlite ? "BEGIN IMMEDIATE" : "BEGIN; SELECT pg_advisory_xact_lock(7233)";
}

std::string migration_table(Engine engine) {
  return engine == Engine::Sqlite
             ? "CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT"
             : "SET LOCAL client_min_messages = warning;"
               "CREATE TABLE IF NOT EXISTS migration (name TEXT COLLATE \"C\" PRIMARY KEY, at BIGINT NOT NULL)";
}

std::set<std::string> steps_done(Tx& tx) {
  std::set<std::string> done;
  for (auto& row : tx.rows<sql::migrations_done>()) done.insert(row.name);
  return done;
}

void refuse_newer(const std::set<std::string>& done) {
  if (!done.empty() && *done.rbegin() > migrations().back().name)
    throw DbError(DbError::Kind::Broken, "db: this data was written by a newer Rialto (step " + *done.rbegin() +
                                             "); start that version, or restore a backup");
}

void run_missing_steps(Connection& connection, const std::string& last) {
  Tx tx(connection);
  const auto done = steps_done(tx);
  refuse_newer(done);
  for (const auto& step : migrations()) {
    if (done.contains(step.name) || step.name > last) continue;
    connection.script(connection.engine() == Engine::Sqlite ? step.sqlite : step.postgres);
    tx.run<sql::add_migration>({.name = step.name, .at = now()});
  }
}

}  // namespace

void migrate(Connection& connection) {
  migrate_until(connection, migrations().back().name);
}

void migrate_until(Connection& connection, const std::string& last) {
  connection.script(begin_alone(connection.engine()));
  try {
    connection.script(migration_table(connection.engine()));
    run_missing_steps(connection, last);
  } catch (...) {
    connection.script("ROLLBACK");
    throw;
  }
  connection.script("COMMIT");
}

std::string last_step_done(Connection& connection) {
  Tx tx(connection);
  const auto done = steps_done(tx);
  refuse_newer(done);
  return done.empty() ? "" : *done.rbegin();
}

}  // namespace rialto
