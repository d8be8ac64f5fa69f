// The schema's steps: forward only, each run once, in the order of their names.
#pragma once

#include <string>
#include <vector>

namespace rialto {

class Connection;

struct Migration {
  std::string name;  // "0001_start"
  std::string sqlite;
  std::string postgres;
};

// All steps, from src/db/migrations.
const std::vector<Migration>& migrations();

// Runs the steps that this database has not seen, all in one transaction. Two processes that start at once don't run
// a step twice. Throws DbError if the database is newer than this program.
void migrate(Connection& connection);

// The same, with the step called `last` as the last: a database as an earlier version had it.
void migrate_until(Connection& connection, const std::string& last);

// The last step that was run here, "" for none. Throws DbError if there is no site in this database, or a newer one.
std::string last_step_done(Connection& connection);

}  // namespace rialto
