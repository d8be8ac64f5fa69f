#include "keep/increment.h"

#include <map>
#include <string>
#include <vector>

#include "db/sqlite_connection.h"
#include "db/table.h"
#include "keep/copy_rows.h"

namespace rialto::keep {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw DbError(DbError::Kind::Broken, why);
}

std::string quoted(const std::string& name) {
  return '"' + name + '"';
}

void attach(SqliteConnection& connection, const fs::path& file, const std::string& name) {
  std::string path;
  for (const char letter : file.string()) path += letter == '\'' ? "''" : std::string(1, letter);
  connection.script("ATTACH '" + path + "' AS " + name);
}

// Whether row `one` and row `other` are the same in these columns; NULL is the same as NULL.
std::string same(const std::vector<std::string>& columns, const std::string& one, const std::string& other) {
  std::string condition;
  for (const auto& column : columns)
    condition += (condition.empty() ? "" : " AND ") + one + "." + quoted(column) + " IS " + other + "." + quoted(column);
  return condition;
}

// In a form that is kept: rows, then the sum of their digests.
std::string told(const TableSum& sum) {
  return std::to_string(sum.rows) + " " + std::to_string(sum.low) + " " + std::to_string(sum.high);
}

std::string state_of(SqliteConnection& file, const TableShape& table, const std::string& schema) {
  return told(sum_found(file, "SELECT " + column_list(table) + " FROM " + schema + "." + quoted(table.name), table));
}

// The rows of `now` of which `before` has no equal, and the keys of `before` that `now` hasn't.
void write_changes(SqliteConnection& increment, const TableShape& table) {
  const auto key = key_of(table, "gone_" + table.name);
  const auto name = quoted(table.name);
  increment.script("CREATE TABLE main." + name + " AS SELECT " + column_list(table) + " FROM now." + name +
                   " AS one WHERE NOT EXISTS (SELECT 1 FROM before." + name + " AS other WHERE " + same(key.columns, "other", "one") + " AND " +
                   same(table.columns, "other", "one") + ")");
  increment.script("CREATE TABLE main." + quoted(key.name) + " AS SELECT " + column_list(key) + " FROM before." + name +
                   " AS one WHERE NOT EXISTS (SELECT 1 FROM now." + name + " AS other WHERE " + same(key.columns, "other", "one") + ")");
}

void write_state(SqliteConnection& increment, const TableShape& table) {
  increment.script("INSERT INTO increment VALUES ('" + table.name + "', '" + state_of(increment, table, "before") + "', '" +
                   state_of(increment, table, "now") + "')");
}

std::vector<TableShape> tables_in(const fs::path& file) {
  SqliteConnection one(file.string(), SqliteConnection::Access::Copy);
  return tables_of_file(one);
}

void take_away(SqliteConnection& database, const TableShape& table, const std::string& keys_in) {
  const auto keys = column_list(key_of(table, ""));
  database.script("DELETE FROM main." + quoted(table.name) + " WHERE (" + keys + ") IN (SELECT " + keys + " FROM more." + quoted(keys_in) + ")");
}

enum class Side { Before, After };

// Every table is as the increment tells of that side.
bool stands(SqliteConnection& database, const std::vector<TableShape>& tables, Side side) {
  std::map<std::string, std::string> states;
  database.query("SELECT name, before, after FROM more.increment", [&](const Columns& row) {
    states.emplace(row.text(0), row.text(side == Side::Before ? 1 : 2));
  });
  if (states.size() != tables.size()) return false;
  for (const auto& table : tables) {
    const auto state = states.find(table.name);
    if (state == states.end() || state->second != state_of(database, table, "main")) return false;
  }
  return true;
}

}  // namespace

bool is_increment(const fs::path& file) {
  SqliteConnection one(file.string(), SqliteConnection::Access::Copy);
  bool found = false;
  one.query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'increment'", [&](const Columns&) { found = true; });
  return found;
}

void write_increment(const fs::path& before, const fs::path& now, const fs::path& increment) {
  const auto tables = tables_in(now);
  if (tables != tables_in(before))
    refuse("The site’s tables are no longer as they were in " + before.string() + ": a newer Rialto has opened it. Make a whole backup (without --since).");
  SqliteConnection file(increment.string(), SqliteConnection::Access::Copy);
  attach(file, before, "before");
  attach(file, now, "now");
  file.script("BEGIN; CREATE TABLE increment (name TEXT PRIMARY KEY, before TEXT NOT NULL, after TEXT NOT NULL)");
  for (const auto& table : tables) {
    write_changes(file, table);
    write_state(file, table);
  }
  file.script("COMMIT");
}

// What changed is taken away before any of it comes, so that two rows may have exchanged what must be unique.
void bring_forward(const fs::path& database, const fs::path& increment) {
  if (!fs::exists(increment)) refuse("There is no file " + increment.string() + ".");
  if (!is_increment(increment)) refuse(increment.string() + " is a whole backup and no increment: restore it alone.");
  const auto tables = tables_in(database);
  SqliteConnection file(database.string(), SqliteConnection::Access::Copy);
  attach(file, increment, "more");
  if (!stands(file, tables, Side::Before))
    refuse(increment.string() + " was not made upon what comes before it. Name the whole backup first, then its increments in their order.");
  file.script("BEGIN");
  for (const auto& table : tables) {
    take_away(file, table, table.name);
    take_away(file, table, "gone_" + table.name);
  }
  for (const auto& table : tables)
    file.script("INSERT INTO main." + quoted(table.name) + " (" + column_list(table) + ") SELECT " + column_list(table) + " FROM more." + quoted(table.name));
  file.script("COMMIT");
  if (!stands(file, tables, Side::After)) refuse(increment.string() + " is damaged: what comes of it is not what it tells of.");
}

}  // namespace rialto::keep
