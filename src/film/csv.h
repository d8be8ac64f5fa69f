// Rows of comma separated values as omdb.org and others write them: quoted fields may hold commas, line ends, quotes
// doubled or behind a backslash; \N is nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "film/line_reader.h"

namespace rialto::film {

using Row = std::vector<std::string>;

class CsvReader {
 public:
  explicit CsvReader(LineReader& lines) : lines_(lines) {}

  // The next row; false at the end. Empty lines are passed over. A row of more than 1 MB ends where its line ends.
  bool next(Row& row);

 private:
  LineReader& lines_;
};

// The first row of a text, for what is in memory.
Row csv_row(std::string_view line);

// Where columns stand: place_of(header, "movie_id"), or npos.
constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);
std::size_t place_of(const Row& header, std::string_view column);

// The field there, "" where the row is too short.
const std::string& field_at(const Row& row, std::size_t place);

}  // namespace rialto::film
