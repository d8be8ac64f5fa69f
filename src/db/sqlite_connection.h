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

  // The header of the WAL index, which every commit of every process changes: what data_version() asks for, without
  // locks and system calls. Empty while it is being written, and where it can't be had. map_wal_index() comes first;
  // then it is safe from any thread.
  void map_wal_index();
  std::string wal_header() const;

 private:
  sqlite3_stmt* prepared(const Statement& statement);
  sqlite3_stmt* prepare(const std::string& sql);

  std::string path_;
  sqlite3* handle_ = nullptr;
  sqlite3_stmt* data_version_ = nullptr;
  const volatile char* wal_index_ = nullptr;  // SQLite's own mapping
  std::unordered_map<const Statement*, sqlite3_stmt*> statements_;
};

}  // namespace rialto
