// One SQLite connection with its prepared statements.
#pragma once

#include <string>
#include <unordered_map>

#include "db/db.h"
#include "db/table.h"

struct sqlite3;
struct sqlite3_stmt;

namespace rialto {

class SqliteConnection : public Connection, public WholeTables {
 public:
  // Copy: for making, copying and closing whole files; nothing of a site's settings is set.
  enum class Access { Read, Write, Copy };

  SqliteConnection(const std::string& path, Access access);
  ~SqliteConnection() override;
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  Engine engine() const override { return Engine::Sqlite; }
  std::int64_t execute(const Statement& statement, const Values& values, const OnRow& on_row) override;
  void script(const std::string& sql) override;
  void query(const std::string& sql, const EachRow& each_row) override;
  std::unique_ptr<RowSink> rows_into(const TableShape& table) override;

  // For SQLite's own interfaces, and the error that they left behind.
  sqlite3* handle() { return handle_; }
  [[noreturn]] void fail(const std::string& doing);

  // A number that is another one whenever a different connection, of whichever process, has committed since this
  // connection asked last (PRAGMA data_version). Not comparable between connections.
  std::int64_t data_version();

 private:
  sqlite3_stmt* prepared(const Statement& statement);
  sqlite3_stmt* prepare(const std::string& sql);

  std::string path_;
  sqlite3* handle_ = nullptr;
  sqlite3_stmt* data_version_ = nullptr;
  std::unordered_map<const Statement*, sqlite3_stmt*> statements_;
};

}  // namespace rialto
