// All rows of a site from one database into another, whatever the two are, and the proof that they arrived.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "db/db.h"
#include "db/table.h"
#include "keep/progress.h"

namespace rialto::keep {

// What the rows of one table come to; the same for the same rows in any order.
struct TableSum {
  std::int64_t rows = 0;
  std::uint64_t low = 0, high = 0;  // of the rows' 128-bit digests, added up

  friend bool operator==(const TableSum&, const TableSum&) = default;
};

// Copies every row, table by table, inside the transactions that are open on both. `to` has the schema already; rows
// that came with it make way. Returns a sum for each table of what was read. Throws DbError.
std::vector<TableSum> copy_rows(WholeTables& from, WholeTables& to, const std::vector<TableShape>& tables,
                                const OnProgress& on_progress);

// Reads everything again on the other side. Throws DbError (Broken) that names the first table that differs.
void prove_rows(WholeTables& copied, const std::vector<TableShape>& tables, const std::vector<TableSum>& sums,
                const OnProgress& on_progress);

// Copies the rows that `question` finds in `from` (the columns of `table` in their order) into `table` on the other side.
TableSum copy_found(WholeTables& from, const std::string& question, WholeTables& to, const TableShape& table);

// What the rows that `question` finds come to.
TableSum sum_found(WholeTables& connection, const std::string& question, const TableShape& table);

// How many rows there are in all tables together, the schema's own list of steps left out.
std::int64_t count_rows(WholeTables& connection, const std::vector<TableShape>& tables);

}  // namespace rialto::keep
