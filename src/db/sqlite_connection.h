// One SQLite connection with its prepared statements.
#pragma once

#include <string>
#include <unordered_map>

#include "db/db.h"

struct sqlite3;
struct sqlite3_stmt;

namespace rialto {

class SqliteConnection : public Connection {
 public:
  enum class Access { Read, Write };

  SqliteConnection(const std::string& path, Access access);
  ~SqliteConnection() override;
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  Engine engine() const override { return Engine::Sqlite; }
  std::int64_t execute(const Statement& statement, const Values& values, const OnRow& on_row) override;
  void script(const std::string& sql) override;

  // A number that is another one whenever a different connection, of whichever process, has committed since this
  // connection asked last (PRAGMA data_version). Not comparable between connections.
  std::int64_t data_version();

 private:
  sqlite3_stmt* prepared(const Statement& statement);
  [[noreturn]] void fail(const std::string& doing);

  std::string path_;
  sqlite3* handle_ = nullptr;
  sqlite3_stmt* data_version_ = nullptr;
  std::unordered_map<const Statement*, sqlite3_stmt*> statements_;
};

}  // namespace rialto
