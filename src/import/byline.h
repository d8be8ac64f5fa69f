// Who wrote an article, when, and how long it takes to read: "By Ana | March 3, 2012 | 5 min read".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date_reading.h"

namespace rialto::imports {

struct Byline {
  std::optional<std::string> writer;
  std::optional<Edtf> date;
  std::optional<int> minutes;
  bool has_date = false;  // a date stands there, certain or not
  bool updated = false;   // the line tells of a later change only

  bool anything() const { return writer || has_date || minutes || updated; }
};

Byline read_byline(std::string_view line, const DateReading& how);

}  // namespace rialto::imports
