// Pictures that members send: decoded, turned upright, made smaller and encoded anew as WebP without what the file told
// besides (place, camera, owner). Only JPEG, PNG, WebP and the first image of a GIF are read, by their bytes and not by
// their names; what an attacker sends costs at most kMostPixels of memory, kLongest of time, and one picture is made at a
// time.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rialto::picture {

inline constexpr std::size_t kMostBytes = 8 * 1024 * 1024;
inline constexpr std::int64_t kMostPixels = 40'000'000;
inline constexpr std::chrono::seconds kLongest{10};

// How wide a picture is kept, the last the widest. One that is not so wide is kept as wide as it came.
inline constexpr int kWidths[] = {640, 1280, 2048};

// The widths that are kept of a picture whose widest is `width`, smallest first; the last is `width`.
std::vector<int> widths_of(int width);
int height_at(int width, int full_width, int full_height);

struct Sheet {
  int width = 0;
  int height = 0;
  std::string webp;
};

enum class Refused {
  TooManyBytes,
  NotAPicture,  // none of the four formats
  TooManyPixels,
  Broken,  // begins like a picture and can't be read, or not to its end (a GIF is taken as far as it goes)
  TooSlow,
  Busy,  // somebody waits already; to be sent again
};

// All sizes, smallest first; at least one.
std::variant<std::vector<Sheet>, Refused> remake(std::string_view bytes);

}  // namespace rialto::picture
