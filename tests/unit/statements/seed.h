// The same rows in both databases, for tests that compare them: three rows in every table of the schema.
//
// The rows are made from the schema itself, so that a new table needs no care: in row n a number is n, a text is
// "one", "two" or "three", a time is n, and every key and reference therefore meets its like. What is told apart by a
// value (kinds, states) gets values that statements ask for. The first row keeps the defaults of its columns, and the
// third has NULL wherever it may.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "db/db.h"

namespace rialto::seed {

struct Column {
  std::string name;
  std::string type;  // PostgreSQL's: bigint, text, boolean, bytea, double precision
  bool has_default = false;
  bool may_be_null = false;
};

struct Table {
  std::string name;
  std::vector<Column> columns;
};

// The tables that both databases have, in the order in which they were made. Search keeps tables of its own kind in
// each database; those are left out.
std::vector<Table> tables(Connection& sqlite, Connection& postgres);

// The text of row n, 1 to 3.
std::string text_of(int n);

// INSERTs of three rows a table, in the words of one database.
std::string script(const std::vector<Table>& tables, Engine engine);

}  // namespace rialto::seed
