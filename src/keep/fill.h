// An empty PostgreSQL database takes all rows of a site.
#pragma once

#include <string>
#include <vector>

#include "keep/progress.h"

namespace rialto {
class WholeTables;
struct TableShape;
}

namespace rialto::keep {

// Throws DbError with words for people if there are rows in the database.
void refuse_if_full(WholeTables& database, const std::vector<TableShape>& tables);

// Makes the schema in the database at `place` and copies every row of `from` (SQLite, of this program's schema, seen at
// one moment) into it in one transaction, after which every row is read again and compared. Throws DbError: if rows are
// there already, nothing is touched; if a row differs, the database is of no use.
void fill_postgres(WholeTables& from, const std::string& place, const OnProgress& on_progress);

}  // namespace rialto::keep
