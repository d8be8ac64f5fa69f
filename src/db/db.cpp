#include "db/db.h"

#include "db/postgres.h"
#include "db/sqlite.h"

namespace rialto {

std::unique_ptr<Db> Db::open(const std::string& place) {
  if (place.starts_with("postgresql://") || place.starts_with("postgres://")) return open_postgres(place);
  return open_sqlite(place);
}

}  // namespace rialto
