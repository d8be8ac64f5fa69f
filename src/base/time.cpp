#include "base/time.h"

#include <chrono>
#include <ctime>

namespace rialto {

namespace {

std::tm utc_parts(Time time) {
  auto seconds = static_cast<std::time_t>(time.micros / 1'000'000 - (time.micros % 1'000'000 < 0 ? 1 : 0));
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  return parts;
}

// Decimal digits of a number that has so many.
void put_digits(char* at, int count, int number) {
  for (int place = count - 1; place >= 0; --place, number /= 10) at[place] = static_cast<char>('0' + number % 10);
}

// The number that stands at a place; -1 if there is anything but digits.
int digits_at(std::string_view text, std::size_t at, std::size_t count) {
  int number = 0;
  for (const char digit : text.substr(at, count)) {
    if (digit < '0' || digit > '9') return -1;
    number = number * 10 + (digit - '0');
  }
  return number;
}

std::string formatted(Time time, const char* format) {
  const std::tm parts = utc_parts(time);
  char buffer[64];
  return {buffer, std::strftime(buffer, sizeof buffer, format, &parts)};
}

}  // namespace

Time now() {
  using namespace std::chrono;
  return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}

std::string iso_text(Time time) {
  const std::tm parts = utc_parts(time);
  if (parts.tm_year < -1900 || parts.tm_year > 8099) return formatted(time, "%Y-%m-%dT%H:%M:%SZ");
  std::string text = "0000-00-00T00:00:00Z";
  put_digits(&text[0], 4, parts.tm_year + 1900);
  put_digits(&text[5], 2, parts.tm_mon + 1);
  put_digits(&text[8], 2, parts.tm_mday);
  put_digits(&text[11], 2, parts.tm_hour);
  put_digits(&text[14], 2, parts.tm_min);
  put_digits(&text[17], 2, parts.tm_sec);
  return text;
}

std::string http_text(Time time) {
  return formatted(time, "%a, %d %b %Y %H:%M:%S GMT");
}

std::optional<Time> from_iso_text(std::string_view text) {
  constexpr std::string_view kMarks = "0000-00-00T00:00:00Z";
  if (text.size() != kMarks.size()) return std::nullopt;
  for (std::size_t at = 0; at < kMarks.size(); ++at)
    if (kMarks[at] != '0' && text[at] != kMarks[at]) return std::nullopt;
  const int year = digits_at(text, 0, 4), month = digits_at(text, 5, 2), day = digits_at(text, 8, 2);
  const int hour = digits_at(text, 11, 2), minute = digits_at(text, 14, 2), second = digits_at(text, 17, 2);
  if (year < 0 || month < 0 || day < 0 || hour < 0 || minute < 0 || second < 0) return std::nullopt;
  using namespace std::chrono;
  const year_month_day date{std::chrono::year{year}, std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
  const std::int64_t days = sys_days{date}.time_since_epoch().count();
  return Time{(((days * 24 + hour) * 60 + minute) * 60 + second) * 1'000'000};
}

}  // namespace rialto
