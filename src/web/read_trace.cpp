#include "web/read_trace.h"

#include <stdexcept>
#include <type_traits>

namespace rialto::web {

namespace {

constexpr std::size_t kOverhead = 16;  // of one value in memory, beside what it holds

void append_bytes(std::string& out, const void* value, std::size_t size) {
  out.append(static_cast<const char*>(value), size);
}

// With the length of each text and a sign for what isn't there, so that no two rows can look alike.
void append_column(std::string& out, const Columns& row, int column, Kind kind) {
  if (row.is_null(column)) {
    out += 'n';
  } else if (kind == Kind::Text || kind == Kind::Bytes) {
    const auto text = row.text(column);
    const auto size = text.size();
    append_bytes(out += 't', &size, sizeof size);
    out += text;
  } else if (kind == Kind::Real) {
    const double value = row.real(column);
    append_bytes(out += 'r', &value, sizeof value);
  } else {
    const std::int64_t value = kind == Kind::Bool ? row.truth(column) : row.number(column);
    append_bytes(out += 'i', &value, sizeof value);
  }
}

// Rows as they come, for their fingerprint.
class Rows {
 public:
  explicit Rows(const Statement& statement) : statement_(statement) {}

  void add(const Columns& row) {
    for (int column = 0; column < statement_.columns; ++column) append_column(bytes_, row, column, statement_.column_kinds[column]);
    bytes_ += '\n';
  }
  Fingerprint fingerprint() const { return fingerprint_of(bytes_); }

 private:
  const Statement& statement_;
  std::string bytes_;
};

class NotingConnection : public Connection {
 public:
  NotingConnection(Connection& connection, ReadTrace& trace) : connection_(connection), trace_(trace) {}

  Engine engine() const override { return connection_.engine(); }

  std::int64_t execute(const Statement& statement, const Values& values, const OnRow& on_row) override {
    Rows rows(statement);
    const auto count = connection_.execute(statement, values, [&](const Columns& row) {
      rows.add(row);
      on_row(row);
    });
    trace_.add(statement, values, rows.fingerprint());
    return count;
  }

  void script(const std::string&) override { throw std::logic_error("web: a script can't be part of what a page is made from"); }

 private:
  Connection& connection_;
  ReadTrace& trace_;
};

}  // namespace

ReadTrace::Value ReadTrace::kept(Kind kind, const rialto::Value& value) {
  if (value.null) return std::monostate{};
  switch (kind) {
    case Kind::Real:
      return value.real;
    case Kind::Text:
    case Kind::Bytes:
      return std::string(value.text);
    case Kind::IntList:
      return std::vector<std::int64_t>(value.numbers.begin(), value.numbers.end());
    case Kind::TextList:
      return std::vector<std::string>(value.texts.begin(), value.texts.end());
    case Kind::Int:
    case Kind::Bool:
    case Kind::End:
      break;
  }
  return value.number;
}

void ReadTrace::bind(Values& values, const Value& kept) {
  std::visit(
      [&](const auto& value) {
        using Held = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Held, std::monostate>) {
          values.add(std::optional<std::int64_t>());
        } else if constexpr (std::is_same_v<Held, std::vector<std::int64_t>>) {
          values.add(std::span<const std::int64_t>(value));
        } else if constexpr (std::is_same_v<Held, std::vector<std::string>>) {
          values.add(std::span<const std::string>(value));
        } else if constexpr (std::is_same_v<Held, std::string>) {
          values.add(std::string_view(value));
        } else {
          values.add(value);
        }
      },
      kept);
}

void ReadTrace::add(const Statement& statement, const Values& values, Fingerprint rows) {
  Step step{.statement = &statement, .values = {}, .rows = rows};
  const auto all = values.all();
  step.values.reserve(all.size());
  for (std::size_t at = 0; at < all.size(); ++at) step.values.push_back(kept(statement.kinds[at], all[at]));
  steps_.push_back(std::move(step));
}

bool ReadTrace::holds(Tx& tx) const {
  for (const auto& step : steps_) {
    Values values;
    for (const auto& value : step.values) bind(values, value);
    Rows rows(*step.statement);
    tx.connection().execute(*step.statement, values, [&](const Columns& row) { rows.add(row); });
    if (rows.fingerprint() != step.rows) return false;
  }
  return true;
}

std::size_t ReadTrace::size() const {
  std::size_t size = sizeof *this;
  for (const auto& step : steps_) {
    size += sizeof step + step.values.size() * sizeof(Value);
    for (const auto& value : step.values) {
      if (const auto* text = std::get_if<std::string>(&value)) size += text->capacity();
      if (const auto* numbers = std::get_if<std::vector<std::int64_t>>(&value)) size += numbers->size() * sizeof numbers->front();
      if (const auto* texts = std::get_if<std::vector<std::string>>(&value))
        for (const auto& text : *texts) size += sizeof text + text.size() + kOverhead;
    }
  }
  return size;
}

void NotingDb::do_read(const Act& act) {
  db_.read([&](Tx& tx) {
    NotingConnection noting(tx.connection(), trace_);
    Tx noted(noting);
    act(noted);
  });
}

void NotingDb::do_write(const Act&) {
  throw std::logic_error("web: the handler of a shared page writes");
}

}  // namespace rialto::web
