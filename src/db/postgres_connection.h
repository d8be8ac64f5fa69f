// One PostgreSQL connection with its prepared statements.
#pragma once

#include <string>
#include <unordered_set>

#include "db/db.h"

typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;

namespace rialto {

class PostgresConnection : public Connection {
 public:
  explicit PostgresConnection(const std::string& address);
  ~PostgresConnection() override;
  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;

  Engine engine() const override { return Engine::Postgres; }
  std::int64_t execute(const Statement& statement, const Values& values, const OnRow& on_row) override;
  void script(const std::string& sql) override;

  // Which transactions a statement begun now sees (pg_current_snapshot): each writing transaction that begins or ends
  // makes it another text. The same for all connections to one server.
  std::string snapshot();

  // False once the server is gone: such a connection is thrown away.
  bool alive() const;

 private:
  void prepare(const Statement& statement);
  [[noreturn]] void fail(const std::string& doing, const PGresult* result);

  PGconn* handle_ = nullptr;
  std::unordered_set<const Statement*> prepared_;
};

}  // namespace rialto
