#include "db/sqlite_connection.h"

#include <sqlite3.h>

#include <array>
#include <atomic>
#include <cstdint>

namespace rialto {

namespace {

DbError::Kind error_kind(int code) {
  if (code == SQLITE_CONSTRAINT_TRIGGER) return DbError::Kind::Moved;  // only the door of a site that moved raises
  switch (code & 0xFF) {
    case SQLITE_CONSTRAINT: return DbError::Kind::Constraint;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return DbError::Kind::Conflict;
    case SQLITE_FULL: return DbError::Kind::Full;
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_IOERR: return DbError::Kind::Unavailable;
    default: return DbError::Kind::Broken;
  }
}

void append_json_text(std::string& out, std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte < 0x20) {
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      if (letter == '"' || letter == '\\') out += '\\';
      out += letter;
    }
  }
  out += '"';
}

// A list is handed over as a JSON array and opened by json_each().
std::string json_list(const Value& value) {
  std::string out = "[";
  for (const auto number : value.numbers) out += std::to_string(number) + ",";
  for (const auto& text : value.texts) {
    append_json_text(out, text);
    out += ',';
  }
  if (out.back() == ',') out.pop_back();
  return out + "]";
}

int bind_text(sqlite3_stmt* statement, int index, std::string_view text, sqlite3_destructor_type keep) {
  return sqlite3_bind_text64(statement, index, text.data() ? text.data() : "", text.size(), keep, SQLITE_UTF8);
}

// `kind` is what the statement says; a value knows text and bytes only as bytes.
int bind(sqlite3_stmt* statement, int index, const Value& value, Kind kind) {
  if (value.null) return sqlite3_bind_null(statement, index);
  switch (kind) {
    case Kind::Real: return sqlite3_bind_double(statement, index, value.real);
    case Kind::Text: return bind_text(statement, index, value.text, SQLITE_STATIC);
    case Kind::Bytes: break;
    case Kind::IntList:
    case Kind::TextList: return bind_text(statement, index, json_list(value), SQLITE_TRANSIENT);
    case Kind::Int:
    case Kind::Bool:
    case Kind::End: return sqlite3_bind_int64(statement, index, value.number);
  }
  return sqlite3_bind_blob64(statement, index, value.text.data() ? value.text.data() : "", value.text.size(),
                             SQLITE_STATIC);
}

class SqliteColumns : public Columns {
 public:
  explicit SqliteColumns(sqlite3_stmt* statement) : statement_(statement) {}

  bool is_null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  std::int64_t number(int column) const override { return sqlite3_column_int64(statement_, column); }
  double real(int column) const override { return sqlite3_column_double(statement_, column); }
  bool truth(int column) const override { return sqlite3_column_int64(statement_, column) != 0; }
  std::string_view text(int column) const override {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return {bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }

 private:
  sqlite3_stmt* statement_;
};

// Leaves a statement ready for its next use, however its execution ends.
struct Reset {
  sqlite3_stmt* statement;
  ~Reset() {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
  }
};

using Prepared = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

std::string insert_into(const TableShape& table) {
  std::string places;
  for (std::size_t column = 0; column < table.columns.size(); ++column) places += column ? ", ?" : "?";
  return "INSERT INTO \"" + table.name + "\" (" + column_list(table) + ") VALUES (" + places + ")";
}

class SqliteSink : public RowSink {
 public:
  SqliteSink(Prepared insert, TableShape table, std::function<void()> fail)
      : insert_(std::move(insert)), table_(std::move(table)), fail_(std::move(fail)) {}

  void put(const Values& row) override {
    const Reset reset{insert_.get()};
    const auto all = row.all();
    for (std::size_t index = 0; index < all.size(); ++index)
      if (bind(insert_.get(), static_cast<int>(index) + 1, all[index], table_.kinds[index]) != SQLITE_OK) fail_();
    if (sqlite3_step(insert_.get()) != SQLITE_DONE) fail_();
  }
  void finish() override {}

 private:
  Prepared insert_;
  TableShape table_;
  std::function<void()> fail_;
};

constexpr const char* kReadSettings =
    "PRAGMA query_only = 1; PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY;";
constexpr const char* kWriteSettings =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32000;"
    "PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000;";

}  // namespace

SqliteConnection::SqliteConnection(const std::string& path, Access access) : path_(path) {
  const int flags = SQLITE_OPEN_READWRITE | (access == Access::Read ? 0 : SQLITE_OPEN_CREATE) | SQLITE_OPEN_NOMUTEX;
  if (sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr) != SQLITE_OK) {
    const std::string why = handle_ ? sqlite3_errmsg(handle_) : "out of memory";
    sqlite3_close(handle_);
    throw DbError(DbError::Kind::Unavailable, "db: can't open " + path + ": " + why);
  }
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_busy_timeout(handle_, 10'000);
  try {
    if (access != Access::Copy) script(access == Access::Write ? kWriteSettings : kReadSettings);
  } catch (...) {
    sqlite3_close(handle_);
    throw;
  }
}

SqliteConnection::~SqliteConnection() {
  for (auto& [statement, prepared] : statements_) sqlite3_finalize(prepared);
  sqlite3_finalize(data_version_);
  sqlite3_close(handle_);
}

std::int64_t SqliteConnection::execute(const Statement& statement, const Values& values, const OnRow& on_row) {
  auto* const running = prepared(statement);
  const Reset reset{running};
  const auto all = values.all();
  for (int index = 0; index < statement.parameters; ++index)
    if (bind(running, index + 1, all[static_cast<std::size_t>(index)], statement.kinds[index]) != SQLITE_OK)
      fail(statement.name);
  const SqliteColumns columns(running);
  const auto before = sqlite3_total_changes64(handle_);
  int state;
  while ((state = sqlite3_step(running)) == SQLITE_ROW) on_row(columns);
  if (state != SQLITE_DONE) fail(statement.name);
  return sqlite3_total_changes64(handle_) == before ? 0 : sqlite3_changes64(handle_);
}

void SqliteConnection::script(const std::string& sql) {
  if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(sql.substr(0, 60));
}

std::int64_t SqliteConnection::data_version() {
  constexpr const char* kAsk = "PRAGMA data_version";
  if (!data_version_ &&
      sqlite3_prepare_v3(handle_, kAsk, -1, SQLITE_PREPARE_PERSISTENT, &data_version_, nullptr) != SQLITE_OK)
    fail(kAsk);
  const Reset reset{data_version_};
  if (sqlite3_step(data_version_) != SQLITE_ROW) fail(kAsk);
  return sqlite3_column_int64(data_version_, 0);
}

void SqliteConnection::query(const std::string& sql, const EachRow& each_row) {
  const Prepared running(prepare(sql), sqlite3_finalize);
  const SqliteColumns columns(running.get());
  int state;
  while ((state = sqlite3_step(running.get())) == SQLITE_ROW) each_row(columns);
  if (state != SQLITE_DONE) fail(sql.substr(0, 60));
}

std::unique_ptr<RowSink> SqliteConnection::rows_into(const TableShape& table) {
  return std::make_unique<SqliteSink>(Prepared(prepare(insert_into(table)), sqlite3_finalize), table,
                                      [this, name = table.name] { fail("adding rows to " + name); });
}

sqlite3_stmt* SqliteConnection::prepare(const std::string& sql) {
  sqlite3_stmt* made = nullptr;
  if (sqlite3_prepare_v2(handle_, sql.c_str(), -1, &made, nullptr) != SQLITE_OK) fail(sql.substr(0, 60));
  return made;
}

// Through the file's methods (sqlite3_io_methods): a descriptor of our own would give up SQLite's locks when closed.
void SqliteConnection::map_wal_index() {
  constexpr int kRegion = 32 * 1024;  // SQLite maps it in these
  data_version();                     // opens the index
  sqlite3_file* file = nullptr;
  if (sqlite3_file_control(handle_, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file) return;
  volatile void* region = nullptr;
  if (file->pMethods->iVersion < 2 || file->pMethods->xShmMap(file, 0, kRegion, 0, &region) != SQLITE_OK) return;
  wal_index_ = static_cast<const volatile char*>(region);
}

// Two copies of 48 bytes, of which a writer changes the second first: walformat.html, 2.1 and 2.3.1.
std::string SqliteConnection::wal_header() const {
  using Copy = std::array<std::uint64_t, 6>;
  if (!wal_index_) return "";
  const auto copy = [this](std::size_t which) {
    const auto* words = reinterpret_cast<const volatile std::uint64_t*>(wal_index_) + which * Copy().size();
    Copy made;
    for (auto& word : made) word = *words++;
    return made;
  };
  const auto first = copy(0);
  std::atomic_thread_fence(std::memory_order_seq_cst);
  if (copy(1) != first) return "";
  return {reinterpret_cast<const char*>(first.data()), sizeof first};
}

sqlite3_stmt* SqliteConnection::prepared(const Statement& statement) {
  auto& kept = statements_[&statement];
  if (!kept && sqlite3_prepare_v3(handle_, statement.sqlite, -1, SQLITE_PREPARE_PERSISTENT, &kept, nullptr) != SQLITE_OK)
    fail(statement.name);
  return kept;
}

void SqliteConnection::fail(const std::string& doing) {
  throw DbError(error_kind(sqlite3_extended_errcode(handle_)),
                "db: " + doing + ": " + sqlite3_errmsg(handle_) + " (" + path_ + ")");
}

}  // namespace rialto
