#include "keep/restore.h"

#include "db/migrations.h"
#include "db/postgres.h"
#include "db/sqlite_connection.h"
#include "db/sqlite_copy.h"
#include "keep/backup.h"
#include "keep/doctor.h"
#include "keep/file_place.h"
#include "keep/fill.h"
#include "keep/picture_files.h"

namespace rialto::keep {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw DbError(DbError::Kind::Broken, why);
}

// Only a file that holds a site comes through.
void look_into(const fs::path& file) {
  if (!fs::exists(file)) refuse("There is no file " + file.string() + ".");
  try {
    SqliteConnection backup(file.string(), SqliteConnection::Access::Read);
    last_step_done(backup);
  } catch (const DbError& error) {
    refuse(file.string() + " is no backup that can be restored: " + error.what());
  }
}

void heal(const fs::path& database, const fs::path& file) {
  const auto db = Db::open(database.string());
  for (const auto& finding : examine(*db, Mend::Yes))
    if (finding.state == Finding::State::Wrong && finding.gravity == Gravity::Damage)
      refuse(file.string() + " is damaged, and nothing was restored: " + sentence_of(finding));
}

using Files = std::vector<fs::path>;

// A whole, mended database in a file of its own.
void prepare(const Files& files, const fs::path& part, const picture::Folder& pictures, const OnProgress& on_progress) {
  look_into(files.front());
  remove_database(part);
  unite(files, part, on_progress);
  on_progress({"examining", 1});
  heal(part, files.back());
  take_pictures_out_of(part, pictures, on_progress);
  make_one_file(part.string());
}

// The present database gets a second name, and has both until the restored one takes the first.
std::string keep_present(const fs::path& database) {
  if (!fs::exists(database)) return "";
  make_one_file(database.string());
  const auto name = free_name(database, ".before-restore");
  fs::create_hard_link(database, name);
  return name.string();
}

// What removes the unfinished file, however this ends.
struct Unfinished {
  fs::path path;
  ~Unfinished() {
    try {
      remove_database(path);
    } catch (const fs::filesystem_error&) {  // it stays, and the doctor tells of it
    }
  }
};

std::string restore_into_file(const Files& files, const fs::path& database, const picture::Folder& pictures,
                              const OnProgress& on_progress) {
  const Unfinished part{unfinished(database)};
  prepare(files, part.path, pictures, on_progress);
  const auto before = keep_present(database);
  put_in_place(part.path, database);
  return before;
}

void restore_into_postgres(const Files& files, const std::string& place, const picture::Folder& pictures,
                           const OnProgress& on_progress) {
  const Unfinished part{unfinished(files.front())};
  prepare(files, part.path, pictures, on_progress);
  SqliteConnection from(part.path.string(), SqliteConnection::Access::Read);
  fill_postgres(from, place, on_progress);
}

}  // namespace

std::string restore(const std::vector<fs::path>& files, const std::string& place, const picture::Folder& pictures,
                    const OnProgress& on_progress) {
  if (!is_postgres(place)) return restore_into_file(files, place, pictures, on_progress);
  restore_into_postgres(files, place, pictures, on_progress);
  return "";
}

}  // namespace rialto::keep
