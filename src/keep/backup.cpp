#include "keep/backup.h"

#include "db/migrations.h"
#include "db/postgres.h"
#include "db/postgres_connection.h"
#include "db/sqlite_connection.h"
#include "db/sqlite_copy.h"
#include "keep/copy_rows.h"
#include "keep/file_place.h"
#include "keep/picture_files.h"

namespace rialto::keep {

namespace {

void copy_out_of_sqlite(const std::string& place, const std::filesystem::path& part, const OnProgress& on_progress) {
  {
    SqliteConnection site(place, SqliteConnection::Access::Read);
    last_step_done(site);
  }
  copy_sqlite(place, part.string(), [&](double share) { on_progress({"copying", share}); });
}

// One snapshot for the whole, however long it takes.
void copy_out_of_postgres(const std::string& place, const std::filesystem::path& part, const OnProgress& on_progress) {
  PostgresConnection site(place);
  site.script("SET statement_timeout = 0; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  SqliteConnection file(part.string(), SqliteConnection::Access::Copy);
  migrate_until(file, last_step_done(site));
  const auto tables = tables_of(file, site);
  file.script("BEGIN");
  const auto sums = copy_rows(site, file, tables, on_progress);
  file.script("COMMIT");
  prove_rows(file, tables, sums, on_progress);
}

}  // namespace

std::uintmax_t back_up(const std::string& place, const picture::Folder& pictures, const std::filesystem::path& file,
                       const OnProgress& on_progress) {
  const auto part = unfinished(file);
  remove_database(part);
  try {
    if (is_postgres(place)) {
      copy_out_of_postgres(place, part, on_progress);
    } else {
      copy_out_of_sqlite(place, part, on_progress);
    }
    put_pictures_into(part, pictures, on_progress);
    put_in_place(part, file);
  } catch (...) {
    remove_database(part);
    throw;
  }
  return std::filesystem::file_size(file);
}

}  // namespace rialto::keep
