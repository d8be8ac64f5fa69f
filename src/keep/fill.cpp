#include "keep/fill.h"

#include "db/postgres_connection.h"
#include "keep/copy_rows.h"

namespace rialto::keep {

void refuse_if_full(WholeTables& database, const std::vector<TableShape>& tables) {
  if (count_rows(database, tables) > 0)
    throw DbError(DbError::Kind::Constraint,
                  "There is a site in this database already, and it was left as it is. Name an empty one (createdb).");
}

void fill_postgres(WholeTables& from, const std::string& place, const OnProgress& on_progress) {
  Db::open(place);  // makes the schema
  PostgresConnection to(place);
  to.script("SET statement_timeout = 0");
  const auto tables = tables_of(from, to);
  refuse_if_full(to, tables);
  from.script("BEGIN");
  to.script("BEGIN");
  const auto sums = copy_rows(from, to, tables, on_progress);
  to.script("COMMIT");
  from.script("COMMIT");
  prove_rows(to, tables, sums, on_progress);
}

}  // namespace rialto::keep
