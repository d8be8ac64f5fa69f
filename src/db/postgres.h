// The PostgreSQL driver: a pool of connections; writes are serialisable and tried again when they collide.
#pragma once

#include <memory>
#include <string>

#include "db/db.h"

namespace rialto {

// `address` is a libpq address: postgresql://user@host/name. Throws DbError.
std::unique_ptr<Db> open_postgres(const std::string& address);

}  // namespace rialto
