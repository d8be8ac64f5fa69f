#include "db/table.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "db/db.h"

namespace rialto {

namespace {

constexpr const char* kSqliteColumns =
    "SELECT t.name, c.name FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c"
    " WHERE t.schema = 'main' AND t.type = 'table' ORDER BY t.name, c.cid";
constexpr const char* kSqliteKeys =
    "SELECT t.name, c.name FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c"
    " WHERE t.schema = 'main' AND t.type = 'table' AND c.pk > 0";
constexpr const char* kSqliteShapes =
    "SELECT t.name, c.name, c.type, c.pk FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c"
    " WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid";
constexpr const char* kSqliteReferences =
    "SELECT t.name, f.\"table\" FROM pragma_table_list AS t JOIN pragma_foreign_key_list(t.name) AS f"
    " WHERE t.schema = 'main' AND t.type = 'table' AND f.\"table\" <> t.name";
constexpr const char* kPostgresColumns =
    "SELECT table_name, column_name, data_type FROM information_schema.columns"
    " WHERE table_schema = 'public' AND is_generated = 'NEVER' ORDER BY table_name, ordinal_position";

using Names = std::map<std::string, std::set<std::string>>;

Kind kind_named(const std::string& table, std::string_view type) {
  if (type == "bigint" || type == "INTEGER" || type == "INT") return Kind::Int;
  if (type == "text" || type == "TEXT") return Kind::Text;
  if (type == "boolean") return Kind::Bool;
  if (type == "bytea" || type == "BLOB") return Kind::Bytes;
  if (type == "double precision" || type == "REAL") return Kind::Real;
  throw std::logic_error("db: table " + table + " has a column of type " + std::string(type));
}

Names pairs(WholeTables& connection, const char* sql) {
  Names names;
  connection.query(sql, [&](const Columns& row) { names[std::string(row.text(0))].insert(std::string(row.text(1))); });
  return names;
}

std::map<std::string, TableShape> shapes_of(WholeTables& postgres, const Names& on_both, const Names& keys) {
  std::map<std::string, TableShape> shapes;
  postgres.query(kPostgresColumns, [&](const Columns& row) {
    const std::string table(row.text(0)), column(row.text(1));
    const auto known = on_both.find(table);
    if (known == on_both.end() || !known->second.contains(column)) return;
    auto& shape = shapes[table];
    shape.name = table;
    if (const auto key = keys.find(table); key != keys.end() && key->second.contains(column)) shape.key.push_back(shape.columns.size());
    shape.columns.push_back(column);
    shape.kinds.push_back(kind_named(table, row.text(2)));
  });
  return shapes;
}

class InOrder {
 public:
  InOrder(std::map<std::string, TableShape> shapes, Names references)
      : shapes_(std::move(shapes)), references_(std::move(references)) {}

  std::vector<TableShape> take() {
    for (const auto& [name, shape] : shapes_) place(name);
    return std::move(placed_);
  }

 private:
  void place(const std::string& name) {
    if (!shapes_.contains(name) || !seen_.insert(name).second) return;
    for (const auto& other : references_[name]) place(other);
    placed_.push_back(shapes_.at(name));
  }

  std::map<std::string, TableShape> shapes_;
  Names references_;
  std::set<std::string> seen_;
  std::vector<TableShape> placed_;
};

}  // namespace

std::vector<TableShape> tables_of(WholeTables& sqlite, WholeTables& postgres) {
  return InOrder(shapes_of(postgres, pairs(sqlite, kSqliteColumns), pairs(sqlite, kSqliteKeys)), pairs(sqlite, kSqliteReferences)).take();
}

std::vector<TableShape> tables_of_file(WholeTables& sqlite) {
  std::vector<TableShape> tables;
  sqlite.query(kSqliteShapes, [&](const Columns& row) {
    if (tables.empty() || tables.back().name != row.text(0)) tables.push_back({.name = std::string(row.text(0)), .columns = {}, .kinds = {}, .key = {}});
    auto& table = tables.back();
    if (row.number(3) > 0) table.key.push_back(table.columns.size());
    table.columns.emplace_back(row.text(1));
    table.kinds.push_back(kind_named(table.name, row.text(2)));
  });
  return tables;
}

bool operator==(const TableShape& one, const TableShape& other) {
  return one.name == other.name && one.columns == other.columns && one.kinds == other.kinds && one.key == other.key;
}

TableShape key_of(const TableShape& table, std::string name) {
  TableShape key{.name = std::move(name), .columns = {}, .kinds = {}, .key = {}};
  for (const auto at : table.key) {
    key.key.push_back(key.columns.size());
    key.columns.push_back(table.columns[at]);
    key.kinds.push_back(table.kinds[at]);
  }
  return key;
}

WholeTables& whole_tables(Connection& connection) {
  return dynamic_cast<WholeTables&>(connection);
}

std::string column_list(const TableShape& table) {
  std::string list;
  for (const auto& column : table.columns) list += (list.empty() ? "\"" : ", \"") + column + "\"";
  return list;
}

}  // namespace rialto
