#include "db/db.h"

#include "db/postgres.h"
#include "db/sqlite.h"

namespace rialto {

std::unique_ptr<Db> Db::open(const std::string& place) {
  if (is_postgres(place)) return open_postgres(place);
  return open_sqlite(place);
}

}  // namespace rialto
