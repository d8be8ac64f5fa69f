#include "film/csv.h"

#include <algorithm>

#include "base/strings.h"

namespace rialto::film {

namespace {

constexpr std::size_t kLongestRow = 1 << 20;

// Reads on through one line. Between lines it is either between fields or within a quoted one.
struct RowParser {
  Row& row;
  std::string field{};
  bool quoted = false;  // within quotes
  bool was_quoted = false;
  std::size_t size = 0;

  void end_field() {
    row.push_back(!was_quoted && field == "\\N" ? "" : std::move(field));
    field.clear();
    was_quoted = false;
  }

  // True when the row is complete.
  bool line(std::string_view text) {
    size += text.size() + 1;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char letter = text[at];
      const char next = at + 1 < text.size() ? text[at + 1] : '\0';
      if (quoted && letter == '\\' && (next == '"' || next == '\\')) {
        field += next;
        ++at;
      } else if (quoted && letter == '"' && next == '"') {
        field += '"';
        ++at;
      } else if (letter == '"' && (quoted || field.empty())) {
        quoted = !quoted;
        was_quoted = true;
      } else if (letter == ',' && !quoted) {
        end_field();
      } else {
        field += letter;
      }
    }
    if (quoted && size < kLongestRow) {
      field += '\n';
      return false;
    }
    end_field();
    return true;
  }
};

}  // namespace

bool CsvReader::next(Row& row) {
  row.clear();
  RowParser parser{row};
  bool begun = false;
  for (std::string_view line; lines_.next(line);) {
    if (!begun && trimmed(line).empty()) continue;
    begun = true;
    if (parser.line(line)) return true;
  }
  if (begun) parser.end_field();
  return begun;
}

Row csv_row(std::string_view line) {
  Row row;
  RowParser parser{row};
  if (!parser.line(line)) parser.end_field();
  return row;
}

std::size_t place_of(const Row& header, std::string_view column) {
  for (std::size_t at = 0; at < header.size(); ++at)
    if (equal_ignoring_case(trimmed(header[at]), column)) return at;
  return kNoColumn;
}

const std::string& field_at(const Row& row, std::size_t place) {
  static const std::string nothing;
  return place < row.size() ? row[place] : nothing;
}

}  // namespace rialto::film
