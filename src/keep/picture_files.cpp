#include "keep/picture_files.h"

#include "db/sqlite_connection.h"
#include "keep/check.h"
#include "keep/picture_files.sql.h"

namespace rialto::keep {

namespace {

const TableShape kFiles{.name = "picture_file", .columns = {"name", "bytes"}, .kinds = {Kind::Text, Kind::Bytes}};
constexpr const char* kIsThere = "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name = 'picture_file'";

std::int64_t count(SqliteConnection& connection, const char* sql) {
  std::int64_t number = 0;
  connection.query(sql, [&](const Columns& row) { number = row.number(0); });
  return number;
}

double share(std::int64_t done, std::int64_t all) {
  return static_cast<double>(done) / static_cast<double>(all);
}

std::vector<std::string> file_names(std::string_view key, std::int64_t width) {
  std::vector<std::string> names;
  for (const int one : picture::widths_of(static_cast<int>(width))) names.push_back(picture::file_name(key, one));
  return names;
}

}  // namespace

void put_pictures_into(const std::filesystem::path& backup, const picture::Folder& pictures,
                       const OnProgress& on_progress) {
  SqliteConnection file(backup.string(), SqliteConnection::Access::Copy);
  if (count(file, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name = 'picture'") == 0) return;
  file.script("BEGIN; CREATE TABLE picture_file (name TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL)");
  const auto into = file.rows_into(kFiles);
  const auto all = count(file, "SELECT count(*) FROM picture");
  std::int64_t done = 0;
  file.query("SELECT key, width FROM picture", [&](const Columns& row) {
    for (const auto& name : file_names(row.text(0), row.number(1)))
      if (const auto bytes = pictures.read(name)) {
        Values values;
        values.add(name);
        values.add(*bytes);
        into->put(values);
      }
    on_progress({"copying pictures", share(++done, all)});
  });
  into->finish();
  file.script("COMMIT");
}

void take_pictures_out_of(const std::filesystem::path& backup, const picture::Folder& pictures,
                          const OnProgress& on_progress) {
  SqliteConnection file(backup.string(), SqliteConnection::Access::Copy);
  if (count(file, kIsThere) == 0) return;
  const auto all = count(file, "SELECT count(*) FROM picture_file");
  std::int64_t done = 0;
  file.query("SELECT name, bytes FROM picture_file", [&](const Columns& row) {
    if (picture::key_in(row.text(0))) pictures.put(row.text(0), row.text(1));
    on_progress({"bringing pictures back", share(++done, all)});
  });
  file.script("DROP TABLE picture_file; VACUUM");
}

Finding examine_pictures(Db& db, const picture::Folder& pictures) {
  Wrong wrong;
  db.read([&](Tx& tx) {
    tx.each<sql::pictures_all>({}, [&](const sql::pictures_all::Row& row) {
      for (const auto& name : file_names(row.key, row.width))
        if (!pictures.has(name)) wrong.add(name + " is not there");
    });
  });
  return {.claim = "every picture has its files",
          .gravity = Gravity::Damage,
          .state = wrong.count() ? Finding::State::Wrong : Finding::State::Well,
          .wrong = wrong.told(),
          .count = wrong.count()};
}

}  // namespace rialto::keep
