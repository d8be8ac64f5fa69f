// Dates as pages write them, in English, German, French, Spanish, Italian, Dutch, Portuguese, Russian, Polish, Czech,
// Swedish, Danish, Norwegian, Finnish, Turkish, Japanese, Chinese and Korean: "Jul 17", "17. Juli 2019",
// "Wed Sep 17 2008 02:06:57", "2017-02-20T10:11Z", "le 3 mars 2012 à 14:05", "20/02/2017", "3 years ago".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/edtf.h"

namespace rialto {

// Which number comes first in 03/04/2017.
enum class DateOrder { Unknown, DayFirst, MonthFirst };

struct DateReading {
  DateOrder order = DateOrder::Unknown;
  std::optional<Edtf> saved;  // the day on which the page was saved: what "3 years ago" counts from
};

struct FoundDate {
  std::optional<Edtf> date;  // nothing where a date stands ("3 years ago") that can't be told for certain
  std::size_t begin = 0;     // the bytes of the text that say it
  std::size_t end = 0;
};

// The first date in a line. What is not certain is left out: 03/04/2017 of unknown order is "2017". Looks at the first
// 400 bytes only.
std::optional<FoundDate> find_date(std::string_view line, const DateReading& how);

// The date if the text begins with one or has one within; nothing else. For attributes and labelled fields; here a bare
// year is a date too.
std::optional<Edtf> read_date(std::string_view text, const DateReading& how);

// What the numeric dates of a whole page say about their order: 20/02/2017 can only be day first. Unknown where none
// tells or where they contradict each other. Looks at the first megabyte.
DateOrder date_order_of(std::string_view page);

// The number of the month (1 to 12) that a folded word names in any of the languages; 0 if none.
int month_of(std::string_view folded_word);

}  // namespace rialto
