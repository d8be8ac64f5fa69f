// The PostgreSQL driver: a pool of connections; writes are serialisable and tried again when they collide.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "db/db.h"

namespace rialto {

// Whether a place is an address of PostgreSQL, not a file of SQLite.
bool is_postgres(const std::string& place);

// `address` is a libpq address: postgresql://user@host/name. `patience` is how long one statement may take before it
// ends as Unavailable; nothing: as long as it takes. Throws DbError.
//
// Where the server is gone or silent, whoever asks is told so within that time, others at once; one at a time tries
// again, and when it is back everything goes on by itself.
std::unique_ptr<Db> open_postgres(const std::string& address,
                                  std::optional<std::chrono::milliseconds> patience = std::nullopt);

// A server that follows another one (hot standby): only read, as far as it has come. Its schema is left as it is.
std::unique_ptr<Db> open_postgres_replica(const std::string& address, std::chrono::milliseconds patience);

}  // namespace rialto
