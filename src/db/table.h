// Whole tables as data, for what copies a site from one database to another: their shapes, and a way to add rows in bulk.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "db/statement.h"

namespace rialto {

class Connection;

struct TableShape {
  std::string name;
  std::vector<std::string> columns;
  std::vector<Kind> kinds;  // of the columns, in their order
  std::vector<std::size_t> key;  // the columns of its primary key, as places in the above
};

bool operator==(const TableShape& one, const TableShape& other);

// Its columns as SQL names them: "thread", "id", "number"
std::string column_list(const TableShape& table);

// The part of a row that names it, as a table of its own.
TableShape key_of(const TableShape& table, std::string name);

// Takes the rows of one table. Nothing else may run on the connection until finish(); the rows belong to the
// transaction that is open. Throws DbError.
class RowSink {
 public:
  virtual ~RowSink() = default;
  virtual void put(const Values& row) = 0;
  virtual void finish() = 0;
};

// A connection as it is used by what knows its tables only at run time. Both drivers' connections are such.
class WholeTables {
 public:
  using EachRow = std::function<void(const Columns&)>;

  virtual ~WholeTables() = default;
  // Several statements without parameters or results.
  virtual void script(const std::string& sql) = 0;
  // A question without parameters; rows come as they are read, none is kept.
  virtual void query(const std::string& sql, const EachRow& each_row) = 0;
  virtual std::unique_ptr<RowSink> rows_into(const TableShape& table) = 0;
};

WholeTables& whole_tables(Connection& connection);

// The tables that both databases have, each behind those that it refers to. What only one of them has (search keeps
// such tables) can be made again and is left out.
std::vector<TableShape> tables_of(WholeTables& sqlite, WholeTables& postgres);

// All tables of a SQLite file, by name; what is a truth to the site is a number here.
std::vector<TableShape> tables_of_file(WholeTables& sqlite);

}  // namespace rialto
