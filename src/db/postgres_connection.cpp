#include "db/postgres_connection.h"

#include <libpq-fe.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

namespace rialto {

namespace {

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

// SQLSTATE classes: PostgreSQL manual, appendix A.
DbError::Kind error_kind(std::string_view state) {
  if (state.starts_with("23")) return DbError::Kind::Constraint;
  if (state == "40001" || state == "40P01") return DbError::Kind::Conflict;
  if (state.starts_with("53100")) return DbError::Kind::Full;
  if (state.empty() || state.starts_with("08") || state.starts_with("53") || state.starts_with("57"))
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

// PostgreSQL counts the rows that a SELECT found as well; those were not changed.
std::int64_t rows_changed(PGresult* result) {
  if (std::string_view(PQcmdStatus(result)).starts_with("SELECT")) return 0;
  return std::strtoll(PQcmdTuples(result), nullptr, 10);
}

}  // namespace

PostgresConnection::PostgresConnection(const std::string& address) : handle_(PQconnectdb(address.c_str())) {
  if (PQstatus(handle_) != CONNECTION_OK) {
    const std::string why = PQerrorMessage(handle_);
    PQfinish(handle_);
    throw DbError(DbError::Kind::Unavailable, "db: can't reach PostgreSQL: " + why);
  }
  PQsetNoticeProcessor(handle_, [](void*, const char*) {}, nullptr);
  try {
    script("SET client_encoding = 'UTF8'; SET statement_timeout = '60s'");
  } catch (...) {
    PQfinish(handle_);
    throw;
  }
}

PostgresConnection::~PostgresConnection() { PQfinish(handle_); }

bool PostgresConnection::alive() const { return PQstatus(handle_) == CONNECTION_OK; }

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
  const ResultHandle result(PQexecPrepared(handle_, statement.name, static_cast<int>(all.size()), pointers.data(),
                                           nullptr, nullptr, 0),
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
  const ResultHandle result(PQexec(handle_, sql.c_str()), PQclear);
  const auto state = PQresultStatus(result.get());
  if (state != PGRES_TUPLES_OK && state != PGRES_COMMAND_OK) fail(sql.substr(0, 60), result.get());
}

std::string PostgresConnection::snapshot() {
  const ResultHandle result(PQexec(handle_, "SELECT pg_current_snapshot()::text"), PQclear);
  if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) fail("pg_current_snapshot", result.get());
  return PQgetvalue(result.get(), 0, 0);
}

void PostgresConnection::prepare(const Statement& statement) {
  if (prepared_.contains(&statement)) return;
  std::vector<Oid> types;
  for (int index = 0; index < statement.parameters; ++index) types.push_back(type_of(statement.kinds[index]));
  const ResultHandle result(
      PQprepare(handle_, statement.name, statement.postgres, statement.parameters, types.data()), PQclear);
  if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail(statement.name, result.get());
  prepared_.insert(&statement);
}

void PostgresConnection::fail(const std::string& doing, const PGresult* result) {
  const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  throw DbError(error_kind(state ? state : ""), "db: " + doing + ": " + PQerrorMessage(handle_));
}

}  // namespace rialto
