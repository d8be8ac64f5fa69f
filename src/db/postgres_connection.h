// One PostgreSQL connection with its prepared statements.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <unordered_set>

#include "db/db.h"
#include "db/table.h"

typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;

namespace rialto {

class PostgresConnection : public Connection, public WholeTables {
 public:
  // How long an answer may take; after that the connection is given up, whatever the server does. Nothing: as long as it
  // takes.
  using Patience = std::optional<std::chrono::milliseconds>;

  // Waits at most five seconds for the server, unless the address says otherwise (connect_timeout).
  explicit PostgresConnection(const std::string& address, Patience patience = std::nullopt);
  ~PostgresConnection() override;
  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;

  Engine engine() const override { return Engine::Postgres; }
  std::int64_t execute(const Statement& statement, const Values& values, const OnRow& on_row) override;
  void script(const std::string& sql) override;
  void query(const std::string& sql, const EachRow& each_row) override;
  std::unique_ptr<RowSink> rows_into(const TableShape& table) override;

  // Which transactions a statement begun now sees (pg_current_snapshot): each writing transaction that begins or ends
  // makes it another text. The same for all connections to one server. Of a replica: how far it has followed.
  std::string snapshot();

  // False once the server is gone, silent or no longer the one that writes: such a connection is thrown away.
  bool alive() const;
  // It did not answer within the patience.
  bool is_silent() const { return silent_; }

 private:
  PGresult* answer(const std::string& doing, int sent);
  void wait_for_answer(const std::string& doing);
  void prepare(const Statement& statement);
  [[noreturn]] void fail(const std::string& doing, const PGresult* result);

  PGconn* handle_ = nullptr;
  Patience patience_;
  bool given_up_ = false;
  bool silent_ = false;
  std::unordered_set<const Statement*> prepared_;
};

}  // namespace rialto
