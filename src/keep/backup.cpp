#include "keep/backup.h"

#include "db/migrations.h"
#include "db/postgres.h"
#include "db/postgres_connection.h"
#include "db/sqlite_connection.h"
#include "db/sqlite_copy.h"
#include "keep/copy_rows.h"
#include "keep/file_place.h"
#include "keep/increment.h"
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

void copy_whole(const std::string& place, const picture::Folder& pictures, const std::filesystem::path& part,
                const OnProgress& on_progress) {
  remove_database(part);
  if (is_postgres(place)) {
    copy_out_of_postgres(place, part, on_progress);
  } else {
    copy_out_of_sqlite(place, part, on_progress);
  }
  put_pictures_into(part, pictures, on_progress);
}

// A file that goes away when its work is done, however that ends.
struct Passing {
  std::filesystem::path path;
  explicit Passing(std::filesystem::path file) : path(std::move(file)) { remove_database(path); }
  Passing(const Passing&) = delete;
  Passing& operator=(const Passing&) = delete;
  ~Passing() {
    try {
      remove_database(path);
    } catch (const std::filesystem::filesystem_error&) {  // it stays beside the backup
    }
  }
};

}  // namespace

std::uintmax_t back_up(const std::string& place, const picture::Folder& pictures, const std::filesystem::path& file,
                       const OnProgress& on_progress) {
  const Passing part(unfinished(file));
  copy_whole(place, pictures, part.path, on_progress);
  put_in_place(part.path, file);
  return std::filesystem::file_size(file);
}

std::uintmax_t back_up_since(const std::vector<std::filesystem::path>& since, const std::string& place,
                             const picture::Folder& pictures, const std::filesystem::path& file, const OnProgress& on_progress) {
  const Passing before(file.string() + ".before.part"), now(file.string() + ".now.part"), part(unfinished(file));
  unite(since, before.path, on_progress);
  copy_whole(place, pictures, now.path, on_progress);
  on_progress({"comparing", 1});
  write_increment(before.path, now.path, part.path);
  put_in_place(part.path, file);
  return std::filesystem::file_size(file);
}

void unite(const std::vector<std::filesystem::path>& files, const std::filesystem::path& database, const OnProgress& on_progress) {
  const auto& whole = files.front();
  if (!std::filesystem::exists(whole)) throw DbError(DbError::Kind::Broken, "There is no file " + whole.string() + ".");
  if (is_increment(whole))
    throw DbError(DbError::Kind::Broken, whole.string() + " is an increment: name the whole backup that it builds upon before it.");
  copy_sqlite(whole.string(), database.string(), [&](double share) { on_progress({"reading", share}); });
  for (std::size_t at = 1; at < files.size(); ++at) {
    on_progress({"bringing forward", static_cast<double>(at) / static_cast<double>(files.size())});
    bring_forward(database, files[at]);
  }
}

}  // namespace rialto::keep
