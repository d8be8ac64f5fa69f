// What the database itself can tell of damage to its file.
#pragma once

#include <string>
#include <vector>

#include "db/db.h"

namespace rialto {

// Pages, indexes and rows that are not as they must be, a sentence each, at most twenty; empty for a whole file. Reads
// everything. Throws DbError (Broken) if the damage is such that it can't be looked through. PostgreSQL is not asked: it
// checks its pages when it reads them.
std::vector<std::string> damaged_pages(Tx& tx);

// Rows that refer to what isn't there, a sentence for each table. PostgreSQL lets none be written.
std::vector<std::string> broken_references(Tx& tx);

}  // namespace rialto
