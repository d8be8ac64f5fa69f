#include "db/sqlite_copy.h"

#include <sqlite3.h>

#include <memory>

#include "db/db.h"
#include "db/sqlite_connection.h"

namespace rialto {

namespace {

constexpr int kPagesAtOnce = 2'000;  // 8 MB

// One transaction all along keeps the same moment in sight, so that no write makes the copy begin anew.
void begin_to_see(SqliteConnection& connection) {
  connection.script("BEGIN");
  connection.query("SELECT count(*) FROM sqlite_master", [](const Columns&) {});
}

// Steps go on after Busy and Locked: another process may checkpoint for a moment.
void copy_pages(sqlite3_backup* copy, const OnShare& on_share) {
  for (;;) {
    const int state = sqlite3_backup_step(copy, kPagesAtOnce);
    const int pages = sqlite3_backup_pagecount(copy);
    if (pages > 0) on_share(1.0 - static_cast<double>(sqlite3_backup_remaining(copy)) / pages);
    if (state == SQLITE_BUSY || state == SQLITE_LOCKED) sqlite3_sleep(20);
    else if (state != SQLITE_OK) return;
  }
}

}  // namespace

void copy_sqlite(const std::string& from, const std::string& to, const OnShare& on_share) {
  SqliteConnection source(from, SqliteConnection::Access::Read);
  SqliteConnection target(to, SqliteConnection::Access::Copy);
  begin_to_see(source);
  auto* const copy = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
  if (copy) copy_pages(copy, on_share);
  if (!copy || sqlite3_backup_finish(copy) != SQLITE_OK) target.fail("copying " + from);
  target.script("PRAGMA journal_mode = DELETE");
}

void make_one_file(const std::string& path) {
  SqliteConnection alone(path, SqliteConnection::Access::Copy);
  std::string mode;
  alone.query("PRAGMA journal_mode = DELETE", [&](const Columns& row) { mode = row.text(0); });
  if (mode != "delete")
    throw DbError(DbError::Kind::Conflict, "db: " + path + " is in use by another program");
}

}  // namespace rialto
