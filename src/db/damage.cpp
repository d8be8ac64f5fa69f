#include "db/damage.h"

#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "db/table.h"

namespace rialto {

namespace {

constexpr std::size_t kMostTold = 20;
constexpr std::string_view kNullIn = "NULL value in ";

// SQLite 3.40 tells of NULL in columns of WITHOUT ROWID tables where none is: so the column itself is asked. (`IS NULL`
// would not do: the planner knows that a NOT NULL column has none.)
bool has_null(WholeTables& tables, const std::string& table_and_column) {
  const auto dot = table_and_column.find('.');
  bool found = false;
  tables.query("SELECT 1 FROM \"" + table_and_column.substr(0, dot) + "\" WHERE typeof(\"" +
                   table_and_column.substr(dot + 1) + "\") = 'null' LIMIT 1",
               [&](const Columns&) { found = true; });
  return found;
}

}  // namespace

std::vector<std::string> damaged_pages(Tx& tx) {
  std::vector<std::string> found;
  if (tx.connection().engine() != Engine::Sqlite) return found;
  auto& tables = whole_tables(tx.connection());
  std::set<std::string> suspected;
  const auto take = [&](const Columns& row) {
    const auto words = row.text(0);
    if (words.starts_with(kNullIn)) suspected.emplace(words.substr(kNullIn.size()));
    else if (words != "ok" && found.size() < kMostTold) found.emplace_back(words);
  };
  tables.query("PRAGMA integrity_check(2000000000)", take);
  for (const auto& column : suspected)
    if (has_null(tables, column)) found.push_back(std::string(kNullIn) + column);
  return found;
}

std::vector<std::string> broken_references(Tx& tx) {
  std::vector<std::string> found;
  if (tx.connection().engine() != Engine::Sqlite) return found;
  std::map<std::pair<std::string, std::string>, int> times;
  whole_tables(tx.connection()).query("PRAGMA foreign_key_check",
                        [&](const Columns& row) { ++times[{std::string(row.text(0)), std::string(row.text(2))}]; });
  for (const auto& [tables, count] : times)
    found.push_back(std::to_string(count) + " rows of " + tables.first + " name a " + tables.second + " that isn't there");
  return found;
}

}  // namespace rialto
