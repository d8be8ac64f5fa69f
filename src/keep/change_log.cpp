#include "keep/change_log.h"

#include <stdexcept>

namespace rialto::keep {

namespace {

std::string quoted(const std::string& name) {
  return '"' + name + '"';
}

std::string notes_of(const TableShape& table) {
  return "moving_" + table.name;
}

// The key's columns, each behind `before`: NEW."thread", NEW."id"
std::string key_list(const TableShape& table, const std::string& before = "") {
  std::string list;
  for (const auto at : table.key) list += (list.empty() ? "" : ", ") + before + quoted(table.columns[at]);
  return list;
}

std::string same_key(const TableShape& table, const std::string& one, const std::string& other) {
  std::string condition;
  for (const auto at : table.key)
    condition += (condition.empty() ? "" : " AND ") + one + "." + quoted(table.columns[at]) + " = " + other + "." + quoted(table.columns[at]);
  return condition;
}

std::string note_of(const TableShape& table, const std::string& row) {
  return "INSERT INTO " + quoted(notes_of(table)) + " (" + key_list(table) + ") VALUES (" + key_list(table, row) + ");";
}

// ---- SQLite

std::string sqlite_trigger(const std::string& name, const std::string& when, const TableShape& table, const std::string& does) {
  return "CREATE TRIGGER " + quoted(name) + " " + when + " ON " + quoted(table.name) + " BEGIN " + does + " END;";
}

std::string sqlite_log(const TableShape& table) {
  const auto name = notes_of(table);
  const auto before = note_of(table, "OLD."), after = note_of(table, "NEW.");
  return "CREATE TABLE " + quoted(name) + " (number INTEGER PRIMARY KEY, " + key_list(table) + ");" +
         sqlite_trigger(name + "_put", "AFTER INSERT", table, after) + sqlite_trigger(name + "_set", "AFTER UPDATE", table, before + after) +
         sqlite_trigger(name + "_gone", "AFTER DELETE", table, before);
}

std::string sqlite_door(const TableShape& table) {
  const std::string no = "SELECT RAISE(ABORT, 'the site has moved');";
  const auto name = "moved_" + table.name;
  return sqlite_trigger(name + "_put", "BEFORE INSERT", table, no) + sqlite_trigger(name + "_set", "BEFORE UPDATE", table, no) +
         sqlite_trigger(name + "_gone", "BEFORE DELETE", table, no);
}

std::string sqlite_traces_gone(const TableShape& table) {
  std::string sql = "DROP TABLE IF EXISTS " + quoted(notes_of(table)) + ";";
  for (const auto& name : {notes_of(table), "moved_" + table.name})
    for (const auto* ending : {"_put", "_set", "_gone"}) sql += "DROP TRIGGER IF EXISTS " + quoted(name + ending) + ";";
  return sql;
}

// ---- PostgreSQL

std::string postgres_type(Kind kind) {
  switch (kind) {
    case Kind::Text: return "TEXT COLLATE \"C\"";
    case Kind::Bytes: return "BYTEA";
    case Kind::Int: return "BIGINT";
    default: throw std::logic_error("keep: a primary key of a kind that no table has");
  }
}

std::string postgres_log(const TableShape& table) {
  const auto name = notes_of(table);
  std::string columns;
  for (const auto at : table.key)
    columns += (columns.empty() ? "" : ", ") + quoted(table.columns[at]) + " " + postgres_type(table.kinds[at]);
  return "CREATE TABLE " + quoted(name) + " (" + columns + ");" +
         "CREATE FUNCTION " + quoted(name) + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
         "IF TG_OP <> 'INSERT' THEN " + note_of(table, "OLD.") + " END IF; "
         "IF TG_OP <> 'DELETE' THEN " + note_of(table, "NEW.") + " END IF; RETURN NULL; END $$;" +
         "CREATE TRIGGER moving AFTER INSERT OR UPDATE OR DELETE ON " + quoted(table.name) + " FOR EACH ROW EXECUTE FUNCTION " +
         quoted(name) + "();";
}

constexpr const char* kPostgresRefusal =
    "CREATE OR REPLACE FUNCTION moved() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION 'the site has moved' USING ERRCODE = 'RI001'; END $$;";

std::string postgres_door(const TableShape& table) {
  return "CREATE TRIGGER moved BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON " + quoted(table.name) +
         " FOR EACH STATEMENT EXECUTE FUNCTION moved();";
}

std::string postgres_traces_gone(const TableShape& table) {
  return "DROP TRIGGER IF EXISTS moving ON " + quoted(table.name) + "; DROP TRIGGER IF EXISTS moved ON " + quoted(table.name) +
         "; DROP FUNCTION IF EXISTS " + quoted(notes_of(table)) + "(); DROP TABLE IF EXISTS " + quoted(notes_of(table)) + ";";
}

std::string traces_gone(Engine engine, const TableShape& table) {
  return engine == Engine::Sqlite ? sqlite_traces_gone(table) : postgres_traces_gone(table);
}

}  // namespace

ChangeLog::ChangeLog(WholeTables& site, Engine engine, std::vector<TableShape> tables)
    : site_(site), engine_(engine), tables_(std::move(tables)), seen_(tables_.size()) {
  for (const auto& table : tables_)
    if (table.key.empty()) throw std::logic_error("keep: table " + table.name + " has no primary key");
}

std::string ChangeLog::without_traces() const {
  std::string sql;
  for (const auto& table : tables_) sql += traces_gone(engine_, table);
  return sql;
}

// On PostgreSQL table by table: each waits for its own writers only.
void ChangeLog::begin() {
  if (engine_ == Engine::Sqlite) {
    std::string sql = "BEGIN IMMEDIATE;" + without_traces();
    for (const auto& table : tables_) sql += sqlite_log(table);
    return site_.script(sql + "COMMIT");
  }
  for (const auto& table : tables_) site_.script(postgres_traces_gone(table) + postgres_log(table));
}

std::string ChangeLog::keys_noted(const TableShape& table) const {
  return "SELECT DISTINCT " + key_list(table) + " FROM " + quoted(notes_of(table));
}

// From the few notes to the many rows, by the primary key; SQLite keeps to this order of a CROSS JOIN.
std::string ChangeLog::rows_noted(const TableShape& table) const {
  std::string columns;
  for (const auto& column : table.columns) columns += (columns.empty() ? "site." : ", site.") + quoted(column);
  return "SELECT " + columns + " FROM (" + keys_noted(table) + ") AS noted CROSS JOIN " + quoted(table.name) + " AS site WHERE " +
         same_key(table, "site", "noted");
}

void ChangeLog::begin_reading() {
  site_.script(engine_ == Engine::Sqlite ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ");
  if (engine_ == Engine::Postgres) return;
  for (std::size_t at = 0; at < tables_.size(); ++at)
    site_.query("SELECT coalesce(max(number), 0) FROM " + quoted(notes_of(tables_[at])),
                [&](const Columns& row) { seen_[at] = row.number(0); });
}

// PostgreSQL takes away what the transaction sees and nothing that others noted meanwhile. In SQLite, where a transaction that has
// read may not write once others have, notes are numbered in the order of commits.
void ChangeLog::end_reading(Notes notes) {
  std::string sql;
  if (notes == Notes::Keep) return site_.script("ROLLBACK");
  if (engine_ == Engine::Sqlite) sql = "COMMIT; BEGIN IMMEDIATE;";
  for (std::size_t at = 0; at < tables_.size(); ++at) {
    sql += "DELETE FROM " + quoted(notes_of(tables_[at]));
    if (engine_ == Engine::Sqlite) sql += " WHERE number <= " + std::to_string(seen_[at]);
    sql += ";";
  }
  site_.script(sql + "COMMIT");
}

void ChangeLog::hold_all() {
  if (engine_ == Engine::Sqlite) return site_.script("BEGIN IMMEDIATE");
  std::string names;
  for (const auto& table : tables_) names += (names.empty() ? "" : ", ") + quoted(table.name);
  site_.script("BEGIN; LOCK TABLE " + names + " IN SHARE ROW EXCLUSIVE MODE");
}

void ChangeLog::shut_door() {
  std::string sql = without_traces();
  if (engine_ == Engine::Postgres) sql += kPostgresRefusal;
  for (const auto& table : tables_) sql += engine_ == Engine::Sqlite ? sqlite_door(table) : postgres_door(table);
  site_.script(sql + "COMMIT");
}

void ChangeLog::give_up() {
  site_.script("ROLLBACK");
}

void ChangeLog::remove() {
  site_.script((engine_ == Engine::Sqlite ? "BEGIN IMMEDIATE;" : "BEGIN;") + without_traces() + "COMMIT");
}

bool is_shut(Tx& tx) {
  bool shut = false;
  const char* const ask = tx.connection().engine() == Engine::Sqlite
                              ? "SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name = 'moved_setting_put'"
                              : "SELECT 1 FROM pg_trigger WHERE tgname = 'moved' AND tgrelid = to_regclass('public.setting')";
  whole_tables(tx.connection()).query(ask, [&](const Columns&) { shut = true; });
  return shut;
}

}  // namespace rialto::keep
