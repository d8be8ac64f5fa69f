#include "base/edtf.h"

#include <array>
#include <cstdio>

#include "base/strings.h"

namespace rialto {
namespace {

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  if (text.empty() || text.size() > 8) return std::nullopt;
  for (const char letter : text) {
    if (!is_digit(letter)) return std::nullopt;
    value = value * 10 + (letter - '0');
  }
  return value;
}

int days_in(int month, std::optional<int> year) {
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month != 2 || !year) return kDays[static_cast<std::size_t>(month - 1)];
  const bool leap = (*year % 4 == 0 && *year % 100 != 0) || *year % 400 == 0;
  return leap ? 29 : 28;
}

bool in(int value, int least, int most) {
  return value >= least && value <= most;
}

// "17", "XX" or "1X": digits that may be unspecified from the right.
bool is_unspecified(std::string_view text) {
  bool open = false;
  for (const char letter : text) {
    if (letter == 'X')
      open = true;
    else if (!is_digit(letter) || open)
      return false;
  }
  return open;
}

bool is_zone(std::string_view text) {
  if (text.empty() || text == "Z") return true;
  if (text[0] != '+' && text[0] != '-') return false;
  if (text.size() != 3 && !(text.size() == 6 && text[3] == ':')) return false;
  const auto hours = number(text.substr(1, 2));
  const auto minutes = text.size() == 6 ? number(text.substr(4, 2)) : std::optional<int>(0);
  return hours && minutes && *hours <= 14 && *minutes <= 59;
}

// "14:05", "14:05:30", each with a zone or without.
bool is_clock(std::string_view text) {
  if (text.size() < 5 || text[2] != ':') return false;
  const auto hour = number(text.substr(0, 2));
  const auto minute = number(text.substr(3, 2));
  if (!hour || !minute || *hour > 23 || *minute > 59) return false;
  text.remove_prefix(5);
  if (text.size() >= 3 && text[0] == ':') {
    const auto second = number(text.substr(1, 2));
    if (!second || *second > 60) return false;
    text.remove_prefix(3);
  }
  return is_zone(text);
}

bool is_year(std::string_view text) {
  if (!text.empty() && text[0] == 'Y') {
    text.remove_prefix(1);
    if (!text.empty() && text[0] == '-') text.remove_prefix(1);
    return text.size() > 4 && text.size() <= 8 && text[0] != '0' && number(text);
  }
  if (!text.empty() && text[0] == '-') text.remove_prefix(1);
  return text.size() == 4 && (number(text) || is_unspecified(text));
}

bool is_day_of(std::string_view year, int month, std::string_view day) {
  if (day.size() != 2) return false;
  if (is_unspecified(day)) return day == "XX" || in(day[0] - '0', 0, 3);
  const auto value = number(day);
  return value && in(*value, 1, days_in(month, number(year)));
}

// A single date without qualifier: the year, then what follows it.
bool is_date(std::string_view text) {
  const auto first = text.find('-', text.starts_with('-') || text.starts_with("Y-") ? 2 : 0);
  const std::string_view year = text.substr(0, first);
  if (!is_year(year)) return false;
  if (first == std::string_view::npos) return true;
  if (year[0] == 'Y') return false;
  const std::string_view rest = text.substr(first + 1);
  const std::string_view month = rest.substr(0, 2);
  const auto value = number(month);
  const bool known = value && month.size() == 2 && in(*value, 1, 12);
  if (rest.size() == 2) return known || month == "XX" || (value && in(*value, 21, 24));
  if (rest[2] != '-' || (!known && month != "XX")) return false;
  const std::string_view day = rest.substr(3, 2);
  if (!known) return day == "XX" && rest.size() == 5;
  if (!is_day_of(year, *value, day)) return false;
  if (rest.size() == 5) return true;
  return number(day) && number(year) && rest[5] == 'T' && is_clock(rest.substr(6));
}

bool is_qualified_date(std::string_view text) {
  if (!text.empty() && (text.back() == '?' || text.back() == '~' || text.back() == '%')) {
    text.remove_suffix(1);
    if (text.find('T') != std::string_view::npos) return false;
  }
  return is_date(text);
}

bool is_interval(std::string_view from, std::string_view to) {
  const bool open_from = from.empty() || from == "..";
  const bool open_to = to.empty() || to == "..";
  if (open_from && open_to) return false;
  const bool plain = from.find('T') == std::string_view::npos && to.find('T') == std::string_view::npos;
  return plain && (open_from || is_qualified_date(from)) && (open_to || is_qualified_date(to));
}

std::string padded(int value, int width) {
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%0*d", width, value);
  return buffer.data();
}

bool is_possible(const DateParts& parts) {
  if (!parts.year && !parts.month && !parts.day) return false;
  if (parts.year && !in(*parts.year, 0, 9999)) return false;
  if (parts.month && !in(*parts.month, 1, 12)) return false;
  if (parts.day && !in(*parts.day, 1, parts.month ? days_in(*parts.month, parts.year) : 31)) return false;
  return (!parts.hour || in(*parts.hour, 0, 23)) && (!parts.minute || in(*parts.minute, 0, 59)) &&
         (!parts.second || in(*parts.second, 0, 60)) && is_zone(parts.zone);
}

std::string clock_text(const DateParts& parts) {
  std::string text = "T" + padded(*parts.hour, 2) + ":" + padded(*parts.minute, 2);
  if (parts.second) text += ":" + padded(*parts.second, 2);
  return text + parts.zone;
}

std::optional<int> part_at(std::string_view text, std::size_t at, std::size_t size) {
  if (text.size() < at + size) return std::nullopt;
  return number(text.substr(at, size));
}

}  // namespace

std::optional<Edtf> Edtf::parse(std::string_view text) {
  if (text.size() > 64) return std::nullopt;
  const auto slash = text.find('/');
  const bool valid = slash == std::string_view::npos ? is_qualified_date(text)
                                                     : is_interval(text.substr(0, slash), text.substr(slash + 1));
  if (!valid || text == "XXXX" || text.starts_with("XXXX-XX")) return std::nullopt;
  return Edtf(std::string(text));
}

std::optional<Edtf> Edtf::from_parts(const DateParts& parts) {
  if (!is_possible(parts)) return std::nullopt;
  std::string text = parts.year ? padded(*parts.year, 4) : "XXXX";
  if (!parts.month) return parts.year ? std::optional(Edtf(text)) : std::nullopt;
  text += "-" + padded(*parts.month, 2);
  if (!parts.day) return Edtf(text);
  text += "-" + padded(*parts.day, 2);
  if (parts.year && parts.hour && parts.minute) text += clock_text(parts);
  return Edtf(text);
}

DateParts Edtf::parts() const {
  DateParts parts;
  const std::string_view date = std::string_view(text_).substr(0, text_.find('/'));
  if (date.starts_with('Y') || date.starts_with('-') || date.starts_with('.')) return parts;
  parts.year = part_at(date, 0, 4);
  if (date.size() >= 7) parts.month = part_at(date, 5, 2);
  if (parts.month && *parts.month > 12) parts.month.reset();
  if (date.size() >= 10) parts.day = part_at(date, 8, 2);
  if (date.size() < 16 || date[10] != 'T') return parts;
  parts.hour = part_at(date, 11, 2);
  parts.minute = part_at(date, 14, 2);
  std::size_t rest = 16;
  if (date.size() >= 19 && date[16] == ':') {
    parts.second = part_at(date, 17, 2);
    rest = 19;
  }
  parts.zone = std::string(date.substr(rest));
  return parts;
}

}  // namespace rialto
