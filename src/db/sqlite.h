// The SQLite driver: one file in WAL mode, many readers, one writer thread that commits in groups.
#pragma once

#include <memory>
#include <string>

#include "db/db.h"

namespace rialto {

// Opens (and creates) the file. Throws DbError.
std::unique_ptr<Db> open_sqlite(const std::string& path);

}  // namespace rialto
