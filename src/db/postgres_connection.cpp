#include "db/postgres_connection.h"

#include <libpq-fe.h>
#include <poll.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

namespace rialto {

namespace {

// Leaves a connection ready for its next command, however the reading of results ended.
struct Drain {
  PGconn* handle;
  ~Drain() {
    while (PGresult* rest = PQgetResult(handle)) PQclear(rest);
  }
};

// The server's own timeout (statement_timeout) comes first where the server still answers.
constexpr std::chrono::milliseconds kForItsOwnTimeout{2'000};

using ResultHandle = std::unique_ptr<PGresult, decltype(&PQclear)>;

// pg_type's numbers, which never change.
Oid type_of(Kind kind) {
  switch (kind) {
    case Kind::Real: return 701;
    case Kind::Bool: return 16;
    case Kind::Text: return 25;
    case Kind::Bytes: return 17;
    case Kind::IntList: return 1016;
    case Kind::TextList: return 1009;
    case Kind::Int:
    case Kind::End: break;
  }
  return 20;
}

// What a server says to a writer when it has become a replica.
constexpr std::string_view kReadOnly = "25006";

// What the door of a site that moved raises: keep/change_log.cpp.
constexpr std::string_view kMoved = "RI001";

// SQLSTATE classes: PostgreSQL manual, appendix A.
DbError::Kind error_kind(std::string_view state) {
  if (state == kMoved) return DbError::Kind::Moved;
  if (state.starts_with("23")) return DbError::Kind::Constraint;
  if (state == "40001" || state == "40P01") return DbError::Kind::Conflict;
  if (state.starts_with("53100")) return DbError::Kind::Full;
  if (state.empty() || state.starts_with("08") || state.starts_with("53") || state.starts_with("57") || state == kReadOnly)
    return DbError::Kind::Unavailable;
  return DbError::Kind::Broken;
}

std::string array_text(const Value& value) {
  std::string out = "{";
  for (const auto number : value.numbers) out += std::to_string(number) + ",";
  for (const auto& text : value.texts) {
    out += '"';
    for (char letter : text) {
      if (letter == '"' || letter == '\\') out += '\\';
      out += letter;
    }
    out += "\",";
  }
  if (out.back() == ',') out.pop_back();
  return out + "}";
}

std::string bytes_text(std::string_view bytes) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string out = "\\x";
  for (char letter : bytes) {
    out += kHex[static_cast<unsigned char>(letter) >> 4];
    out += kHex[static_cast<unsigned char>(letter) & 15];
  }
  return out;
}

// As many digits as bring the same number back.
std::string real_text(double real) {
  char digits[32];
  return {digits, std::to_chars(digits, digits + sizeof digits, real).ptr};
}

std::string parameter_text(const Value& value, Kind kind) {
  switch (kind) {
    case Kind::Real: return real_text(value.real);
    case Kind::Bool: return value.number ? "t" : "f";
    case Kind::Text: return std::string(value.text);
    case Kind::Bytes: return bytes_text(value.text);
    case Kind::IntList:
    case Kind::TextList: return array_text(value);
    case Kind::Int:
    case Kind::End: break;
  }
  return std::to_string(value.number);
}

// Rows come as text; a bytes column is turned back when it is read.
class PostgresColumns : public Columns {
 public:
  explicit PostgresColumns(const PGresult* result) : result_(result) {}
  void go_to(int row) { row_ = row; }

  bool is_null(int column) const override { return PQgetisnull(result_, row_, column) != 0; }
  std::int64_t number(int column) const override {
    const auto digits = cell(column);
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  }
  double real(int column) const override { return std::strtod(PQgetvalue(result_, row_, column), nullptr); }
  bool truth(int column) const override { return cell(column) == "t"; }
  std::string_view text(int column) const override {
    return PQftype(result_, column) == type_of(Kind::Bytes) ? bytes(column) : cell(column);
  }

 private:
  std::string_view cell(int column) const {
    return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
  }
  std::string_view bytes(int column) const {
    std::size_t size = 0;
    auto* const raw = PQunescapeBytea(reinterpret_cast<const unsigned char*>(PQgetvalue(result_, row_, column)), &size);
    bytes_.assign(reinterpret_cast<const char*>(raw), size);
    PQfreemem(raw);
    return bytes_;
  }

  const PGresult* result_;
  int row_ = 0;
  mutable std::string bytes_;
};

// COPY's text form: columns parted by tabs, \N for NULL (manual, "COPY", text format).
void append_copied(std::string& out, std::string_view text) {
  for (const char letter : text) {
    switch (letter) {
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default: out += letter;
    }
  }
}

class PostgresSink : public RowSink {
 public:
  PostgresSink(PGconn* handle, TableShape table, std::function<void(const PGresult*)> fail)
      : handle_(handle), table_(std::move(table)), fail_(std::move(fail)) {}
  ~PostgresSink() override {
    if (finished_) return;
    PQputCopyEnd(handle_, "given up");
    const Drain drain{handle_};
  }

  void put(const Values& row) override {
    const auto all = row.all();
    for (std::size_t index = 0; index < all.size(); ++index) {
      if (index > 0) waiting_ += '\t';
      if (all[index].null) {
        waiting_ += "\\N";
      } else {
        append_copied(waiting_, parameter_text(all[index], table_.kinds[index]));
      }
    }
    waiting_ += '\n';
    if (waiting_.size() >= kAtOnce) send();
  }

  void finish() override {
    send();
    finished_ = true;
    if (PQputCopyEnd(handle_, nullptr) != 1) fail_(nullptr);
    const Drain drain{handle_};
    const ResultHandle result(PQgetResult(handle_), PQclear);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail_(result.get());
  }

 private:
  static constexpr std::size_t kAtOnce = 128 * 1024;

  void send() {
    if (PQputCopyData(handle_, waiting_.data(), static_cast<int>(waiting_.size())) != 1) fail_(nullptr);
    waiting_.clear();
  }

  PGconn* handle_;
  TableShape table_;
  std::function<void(const PGresult*)> fail_;
  std::string waiting_;
  bool finished_ = false;
};

// What the address says comes later, and stands.
PGconn* connected(const std::string& address) {
  const char* const names[] = {"connect_timeout", "tcp_user_timeout", "fallback_application_name", "dbname", nullptr};
  const char* const values[] = {"5", "10000", "rialto", address.c_str(), nullptr};
  return PQconnectdbParams(names, values, 1);
}

// PostgreSQL counts the rows that a SELECT found as well; those were not changed.
std::int64_t rows_changed(PGresult* result) {
  if (std::string_view(PQcmdStatus(result)).starts_with("SELECT")) return 0;
  return std::strtoll(PQcmdTuples(result), nullptr, 10);
}

}  // namespace

PostgresConnection::PostgresConnection(const std::string& address, Patience patience)
    : handle_(connected(address)), patience_(patience) {
  if (PQstatus(handle_) != CONNECTION_OK) {
    const std::string why = PQerrorMessage(handle_);
    PQfinish(handle_);
    throw DbError(DbError::Kind::Unavailable, "db: can't reach PostgreSQL: " + why);
  }
  PQsetNoticeProcessor(handle_, [](void*, const char*) {}, nullptr);
  try {
    script("SET client_encoding = 'UTF8'");
    if (patience_) script("SET statement_timeout = " + std::to_string(patience_->count()));
  } catch (...) {
    PQfinish(handle_);
    throw;
  }
}

PostgresConnection::~PostgresConnection() { PQfinish(handle_); }

bool PostgresConnection::alive() const { return !given_up_ && PQstatus(handle_) == CONNECTION_OK; }

// A server that hangs is silent on an open connection: only a clock on this side ends the wait.
void PostgresConnection::wait_for_answer(const std::string& doing) {
  if (!patience_) return;
  const auto until = std::chrono::steady_clock::now() + *patience_ + kForItsOwnTimeout;
  while (PQisBusy(handle_)) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    pollfd socket{.fd = PQsocket(handle_), .events = POLLIN, .revents = 0};
    if (left.count() <= 0 || poll(&socket, 1, static_cast<int>(left.count())) == 0) {
      given_up_ = silent_ = true;
      throw DbError(DbError::Kind::Unavailable, "db: " + doing + ": PostgreSQL does not answer");
    }
    if (!PQconsumeInput(handle_)) return;
  }
}

// The last result of what was sent, as PQexec gives it.
PGresult* PostgresConnection::answer(const std::string& doing, int sent) {
  if (given_up_ || sent != 1) fail(doing, nullptr);
  PGresult* last = nullptr;
  for (;;) {
    wait_for_answer(doing);
    PGresult* const next = PQgetResult(handle_);
    if (!next) return last;
    PQclear(last);
    last = next;
    if (PQresultStatus(last) == PGRES_COPY_IN) return last;
  }
}

std::int64_t PostgresConnection::execute(const Statement& statement, const Values& values, const OnRow& on_row) {
  prepare(statement);
  std::vector<std::string> texts;
  std::vector<const char*> pointers;
  const auto all = values.all();
  texts.reserve(all.size());
  for (std::size_t index = 0; index < all.size(); ++index) {
    if (all[index].null) {
      pointers.push_back(nullptr);
      continue;
    }
    texts.push_back(parameter_text(all[index], statement.kinds[index]));
    pointers.push_back(texts.back().c_str());
  }
  const ResultHandle result(answer(statement.name, PQsendQueryPrepared(handle_, statement.name, static_cast<int>(all.size()),
                                                                       pointers.data(), nullptr, nullptr, 0)),
                            PQclear);
  const auto state = PQresultStatus(result.get());
  if (state != PGRES_TUPLES_OK && state != PGRES_COMMAND_OK) fail(statement.name, result.get());
  PostgresColumns columns(result.get());
  for (int row = 0; row < PQntuples(result.get()); ++row) {
    columns.go_to(row);
    on_row(columns);
  }
  return rows_changed(result.get());
}

void PostgresConnection::script(const std::string& sql) {
  const auto what = sql.substr(0, 60);
  const ResultHandle result(answer(what, PQsendQuery(handle_, sql.c_str())), PQclear);
  const auto state = PQresultStatus(result.get());
  if (state != PGRES_TUPLES_OK && state != PGRES_COMMAND_OK) fail(what, result.get());
}

void PostgresConnection::query(const std::string& sql, const EachRow& each_row) {
  const auto what = sql.substr(0, 60);
  if (given_up_ || PQsendQuery(handle_, sql.c_str()) != 1 || PQsetSingleRowMode(handle_) != 1) fail(what, nullptr);
  const Drain drain{handle_};
  for (;;) {
    wait_for_answer(what);
    const ResultHandle result(PQgetResult(handle_), PQclear);
    if (!result) return;
    const auto state = PQresultStatus(result.get());
    if (state != PGRES_SINGLE_TUPLE && state != PGRES_TUPLES_OK && state != PGRES_COMMAND_OK) fail(what, result.get());
    PostgresColumns columns(result.get());
    if (state == PGRES_SINGLE_TUPLE) each_row(columns);
  }
}

std::unique_ptr<RowSink> PostgresConnection::rows_into(const TableShape& table) {
  const auto what = "adding rows to " + table.name;
  const auto sql = "COPY \"" + table.name + "\" (" + column_list(table) + ") FROM STDIN";
  const ResultHandle result(answer(what, PQsendQuery(handle_, sql.c_str())), PQclear);
  if (PQresultStatus(result.get()) != PGRES_COPY_IN) fail(what, result.get());
  return std::make_unique<PostgresSink>(handle_, table, [this, what](const PGresult* why) { fail(what, why); });
}

std::string PostgresConnection::snapshot() {
  // A primary that once recovered keeps the place that it had come to then.
  constexpr const char* kAsk =
      "SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()::text ELSE pg_current_snapshot()::text END";
  const ResultHandle result(answer(kAsk, PQsendQuery(handle_, kAsk)), PQclear);
  if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) fail(kAsk, result.get());
  return PQgetvalue(result.get(), 0, 0);
}

void PostgresConnection::prepare(const Statement& statement) {
  if (prepared_.contains(&statement)) return;
  std::vector<Oid> types;
  for (int index = 0; index < statement.parameters; ++index) types.push_back(type_of(statement.kinds[index]));
  const ResultHandle result(answer(statement.name, PQsendPrepare(handle_, statement.name, statement.postgres,
                                                                 statement.parameters, types.data())),
                            PQclear);
  if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail(statement.name, result.get());
  prepared_.insert(&statement);
}

void PostgresConnection::fail(const std::string& doing, const PGresult* result) {
  const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  given_up_ = given_up_ || (state && state == kReadOnly);
  throw DbError(error_kind(state ? state : ""), "db: " + doing + ": " + PQerrorMessage(handle_));
}

}  // namespace rialto
