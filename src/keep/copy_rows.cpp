#include "keep/copy_rows.h"

#include <cstring>
#include <functional>

#include "base/digest.h"

namespace rialto::keep {

namespace {

constexpr std::int64_t kTellEvery = 5'000;  // rows

bool is_schemas_own(const TableShape& table) {
  return table.name == "migration";
}

std::string select_from(const TableShape& table) {
  return "SELECT " + column_list(table) + " FROM \"" + table.name + "\"";
}

std::int64_t count_in(WholeTables& connection, const TableShape& table) {
  std::int64_t count = 0;
  connection.query("SELECT count(*) FROM \"" + table.name + "\"", [&](const Columns& row) { count = row.number(0); });
  return count;
}

template <class T>
void append_bits(std::string& out, T value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof bytes);
}

// One row as it is bound to another database, and as bytes that are the same for both.
struct RowTaken {
  std::vector<std::string> texts;
  Values values;
  std::string bytes;
};

void take_cell(RowTaken& row, const Columns& columns, int at, Kind kind) {
  if (columns.is_null(at)) {
    row.bytes += 'N';
    return row.values.add(std::optional<std::int64_t>{});
  }
  row.bytes += 'V';
  switch (kind) {
    case Kind::Text:
    case Kind::Bytes:
      row.texts.emplace_back(columns.text(at));
      append_bits(row.bytes, row.texts.back().size());
      row.bytes += row.texts.back();
      return row.values.add(std::string_view(row.texts.back()));
    case Kind::Real:
      append_bits(row.bytes, columns.real(at));
      return row.values.add(columns.real(at));
    case Kind::Bool:
      row.bytes += columns.truth(at) ? '1' : '0';
      return row.values.add(columns.truth(at));
    default:
      append_bits(row.bytes, columns.number(at));
      return row.values.add(columns.number(at));
  }
}

RowTaken row_taken(const Columns& columns, const TableShape& table) {
  RowTaken row;
  row.texts.reserve(table.kinds.size());  // views into them are kept
  for (std::size_t at = 0; at < table.kinds.size(); ++at)
    take_cell(row, columns, static_cast<int>(at), table.kinds[at]);
  return row;
}

void add_row(TableSum& sum, const std::string& bytes) {
  const auto whole = digest({bytes});
  std::uint64_t low, high;
  std::memcpy(&low, whole.data(), sizeof low);
  std::memcpy(&high, whole.data() + sizeof low, sizeof high);
  sum.low += low;
  sum.high += high + (sum.low < low);
  ++sum.rows;
}

// Tells of the share that is done, over all tables.
class Teller {
 public:
  Teller(std::string doing, std::int64_t rows, const OnProgress& on_progress)
      : doing_(std::move(doing)), all_(rows), on_progress_(on_progress) {}

  void row(const TableShape& table) {
    if (++done_ % kTellEvery == 0) on_progress_({doing_ + " " + table.name, share()});
  }
  void table(const TableShape& table) const { on_progress_({doing_ + " " + table.name, share()}); }

 private:
  double share() const { return all_ > 0 ? std::min(1.0, static_cast<double>(done_) / static_cast<double>(all_)) : 1; }

  std::string doing_;
  std::int64_t all_;
  std::int64_t done_ = 0;
  const OnProgress& on_progress_;
};

using OnRow = std::function<void()>;

TableSum copy(WholeTables& from, const std::string& question, WholeTables& to, const TableShape& table, const OnRow& on_row) {
  TableSum sum;
  const auto sink = to.rows_into(table);
  from.query(question, [&](const Columns& columns) {
    const auto row = row_taken(columns, table);
    sink->put(row.values);
    add_row(sum, row.bytes);
    on_row();
  });
  sink->finish();
  return sum;
}

TableSum sum_of(WholeTables& connection, const std::string& question, const TableShape& table, const OnRow& on_row) {
  TableSum sum;
  connection.query(question, [&](const Columns& columns) {
    add_row(sum, row_taken(columns, table).bytes);
    on_row();
  });
  return sum;
}

}  // namespace

std::int64_t count_rows(WholeTables& connection, const std::vector<TableShape>& tables) {
  std::int64_t count = 0;
  for (const auto& table : tables)
    if (!is_schemas_own(table)) count += count_in(connection, table);
  return count;
}

TableSum copy_found(WholeTables& from, const std::string& question, WholeTables& to, const TableShape& table) {
  return copy(from, question, to, table, [] {});
}

TableSum sum_found(WholeTables& connection, const std::string& question, const TableShape& table) {
  return sum_of(connection, question, table, [] {});
}

std::vector<TableSum> copy_rows(WholeTables& from, WholeTables& to, const std::vector<TableShape>& tables,
                                const OnProgress& on_progress) {
  for (auto table = tables.rbegin(); table != tables.rend(); ++table) to.script("DELETE FROM \"" + table->name + "\"");
  Teller teller("copying", count_rows(from, tables), on_progress);
  std::vector<TableSum> sums;
  for (const auto& table : tables) {
    teller.table(table);
    sums.push_back(copy(from, select_from(table), to, table, [&] { teller.row(table); }));
  }
  return sums;
}

void prove_rows(WholeTables& copied, const std::vector<TableShape>& tables, const std::vector<TableSum>& sums,
                const OnProgress& on_progress) {
  Teller teller("comparing", count_rows(copied, tables), on_progress);
  for (std::size_t at = 0; at < tables.size(); ++at) {
    teller.table(tables[at]);
    const auto found = sum_of(copied, select_from(tables[at]), tables[at], [&] { teller.row(tables[at]); });
    if (found != sums.at(at))
      throw DbError(DbError::Kind::Broken, "keep: the copy of table " + tables[at].name + " differs: " +
                                               std::to_string(sums[at].rows) + " rows were read, " +
                                               std::to_string(found.rows) + " arrived as they were or otherwise");
  }
}

}  // namespace rialto::keep
