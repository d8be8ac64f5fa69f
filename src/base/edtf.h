// Dates as far as they were kept, written in EDTF (ISO 8601-2, levels 0 and 1) and, beyond it, days whose year was not
// kept (XXXX-07-17). What a date says is never more than what was known.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace rialto {

// The parts of a date that are known; a part that is missing was not kept. The clock needs the full day.
struct DateParts {
  std::optional<int> year;    // 0 to 9999
  std::optional<int> month;   // 1 to 12
  std::optional<int> day;     // 1 to 31
  std::optional<int> hour;    // 0 to 23
  std::optional<int> minute;  // 0 to 59; only with an hour
  std::optional<int> second;  // 0 to 59; only with a minute
  std::string zone;           // "", "Z" or "+02:00"; only with an hour
};

// A valid EDTF text. Ordered as text, which is by time for full dates.
class Edtf {
 public:
  // Reads levels 0 and 1: 1998, 1998-07, 1998-07-17, 1998-07-17T14:05[:30][Z|+02:00], 199X, 1998-XX, XXXX-07-17,
  // 1998-21 (spring), 1998~, 1998?, 1998%, Y17000, 1998/2001, 1998/.., ../1998, 1998/. Nothing for anything else.
  static std::optional<Edtf> parse(std::string_view text);

  // Nothing if no part is known, or if the parts name no day of the calendar (31 June, 29 February 1999).
  static std::optional<Edtf> from_parts(const DateParts& parts);

  const std::string& text() const { return text_; }

  // The parts of a single date; for intervals, seasons and years beyond four digits those that have a place.
  DateParts parts() const;

  friend auto operator<=>(const Edtf&, const Edtf&) = default;

 private:
  explicit Edtf(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

}  // namespace rialto
