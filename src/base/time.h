// Points in time, always UTC, in microseconds. How a date that was only partly kept is written: base/edtf.h.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rialto {

struct Time {
  std::int64_t micros = 0;  // since 1970-01-01T00:00:00Z

  friend auto operator<=>(Time, Time) = default;
};

struct Seconds {
  std::int64_t count = 0;
};

inline Time operator+(Time time, Seconds seconds) {
  return {time.micros + seconds.count * 1'000'000};
}
inline Time operator-(Time time, Seconds seconds) {
  return {time.micros - seconds.count * 1'000'000};
}
inline Seconds operator-(Time later, Time earlier) {
  return {(later.micros - earlier.micros) / 1'000'000};
}

Time now();

// "2017-02-20T10:11:12Z"
std::string iso_text(Time time);

// Reads what iso_text writes; nothing for anything else.
std::optional<Time> from_iso_text(std::string_view text);

// As HTTP writes dates (RFC 9110, 5.6.7): "Mon, 20 Feb 2017 10:11:12 GMT"
std::string http_text(Time time);

}  // namespace rialto
