#include "base/time.h"

#include <chrono>
#include <cstdio>
#include <ctime>

namespace rialto {

namespace {

std::tm utc_parts(Time time) {
  auto seconds = static_cast<std::time_t>(time.micros / 1'000'000 - (time.micros % 1'000'000 < 0 ? 1 : 0));
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  return parts;
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
  return formatted(time, "%Y-%m-%dT%H:%M:%SZ");
}

std::string http_text(Time time) {
  return formatted(time, "%a, %d %b %Y %H:%M:%S GMT");
}

std::optional<Time> from_iso_text(std::string_view text) {
  if (text.size() != 20) return std::nullopt;
  int year, month, day, hour, minute, second, read = 0;
  const std::string copy(text);
  const int fields =
      std::sscanf(copy.c_str(), "%4d-%2d-%2dT%2d:%2d:%2dZ%n", &year, &month, &day, &hour, &minute, &second, &read);
  if (fields != 6 || read != 20) return std::nullopt;
  using namespace std::chrono;
  const year_month_day date{std::chrono::year{year}, std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
  const std::int64_t days = sys_days{date}.time_since_epoch().count();
  return Time{(((days * 24 + hour) * 60 + minute) * 60 + second) * 1'000'000};
}

}  // namespace rialto
