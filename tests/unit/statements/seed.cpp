#include "seed.h"

#include <algorithm>
#include <map>
#include <set>

namespace rialto::seed {

namespace {

constexpr Kind kTexts[] = {Kind::Text, Kind::Text, Kind::Text, Kind::Text, Kind::Text, Kind::End};
constexpr Kind kNone[] = {Kind::End};

constexpr Statement kSqliteTables{
    "seed_tables", "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid", "", kNone, 0, 1, kTexts, ""};

constexpr Statement kPostgresColumns{
    "seed_columns",
    "",
    "SELECT table_name, column_name, data_type, CASE WHEN column_default IS NULL THEN '' ELSE 'yes' END, is_nullable"
    " FROM information_schema.columns WHERE table_schema = 'public' AND is_generated = 'NEVER'"
    " ORDER BY table_name, ordinal_position",
    kNone,
    0,
    4,
    kTexts,
    ""};

// Values that statements ask for by name; row n takes the nth.
const std::map<std::string, std::vector<std::string>> kSpecial = {
    {"subject_kind", {"post", "thread", "review"}},
    {"change.kind", {"film", "person", "film"}},
    {"old_slug.kind", {"film", "person", "board"}},
    {"act.kind", {"hide", "lock", "pin"}},
    {"source", {"imdb", "wikidata", "tmdb"}},
    {"department", {"direction", "cast", "music"}},
    {"board.kind", {"0", "1", "1"}},
    {"posts", {"1", "2", "3"}},
    {"member.kind", {"1", "1", "0"}},
    {"member.state", {"0", "1", "0"}},
    {"dated", {"2017-02-20", "", "1998"}},
    {"edited", {"2017-02-21", "", "1999"}},
};

std::string quoted(const std::string& text) {
  return "'" + text + "'";
}

std::string bytes_of(int n, Engine engine) {
  const auto hex = "0" + std::to_string(n);
  return engine == Engine::Sqlite ? "x'" + hex + "'" : "'\\x" + hex + "'";
}

std::string value_of(const Table& table, const Column& column, int n, Engine engine) {
  if (column.may_be_null && n == 3) return "NULL";
  for (const auto& key : {table.name + "." + column.name, column.name})
    if (const auto special = kSpecial.find(key); special != kSpecial.end())
      return quoted(special->second.at(static_cast<std::size_t>(n - 1)));
  if (column.type == "text") return quoted(column.has_default && n == 1 ? "" : text_of(n));
  if (column.type == "bytea") return bytes_of(n, engine);
  if (column.type == "boolean") return n == 2 ? "TRUE" : "FALSE";
  // What has a default counts or tells a state: the first row is an ordinary one.
  if (column.has_default && n == 1) return "0";
  return std::to_string(n);
}

}  // namespace

std::string text_of(int n) {
  return n == 1 ? "one" : n == 2 ? "two" : "three";
}

std::vector<Table> tables(Connection& sqlite, Connection& postgres) {
  std::map<std::string, std::vector<Column>> columns;
  postgres.execute(kPostgresColumns, {}, [&](const Columns& row) {
    columns[std::string(row.text(0))].push_back(
        {std::string(row.text(1)), std::string(row.text(2)), row.text(3) == "yes", row.text(4) == "YES"});
  });
  std::vector<Table> found;
  sqlite.execute(kSqliteTables, {}, [&](const Columns& row) {
    const std::string name(row.text(0));
    if (name != "migration" && columns.contains(name)) found.push_back({name, columns[name]});
  });
  return found;
}

std::string script(const std::vector<Table>& tables, Engine engine) {
  static const std::set<std::string> known = {"bigint", "text", "boolean", "bytea", "double precision"};
  std::string sql;
  // Rows that came with the schema would stand in the way.
  for (auto table = tables.rbegin(); table != tables.rend(); ++table) sql += "DELETE FROM " + table->name + ";\n";
  for (const auto& table : tables) {
    for (int n = 1; n <= 3; ++n) {
      std::string names, values;
      for (const auto& column : table.columns) {
        if (!known.contains(column.type)) continue;
        names += (names.empty() ? "" : ", ") + column.name;
        values += (values.empty() ? "" : ", ") + value_of(table, column, n, engine);
      }
      sql += "INSERT INTO " + table.name + " (" + names + ") VALUES (" + values + ");\n";
    }
  }
  return sql;
}

}  // namespace rialto::seed
