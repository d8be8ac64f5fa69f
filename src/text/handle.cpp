#include "text/handle.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace rialto::text {

namespace {

constexpr int kLongestName = 30;  // code points

bool is_name_byte(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
         letter == '_' || static_cast<unsigned char>(letter) >= 0x80;
}

std::string_view name_at(std::string_view words, std::size_t from) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(words.data());
  const auto size = static_cast<std::int64_t>(words.size());
  auto at = static_cast<std::int64_t>(from);
  for (int count = 0; count < kLongestName && at < size; ++count) {
    auto next = at;
    UChar32 letter;
    U8_NEXT(data, next, size, letter);
    const bool fits = letter == '_' || letter == '-' || letter == '.' ||
                      (letter > 0 && (u_isalnum(letter) || u_charType(letter) == U_NON_SPACING_MARK));
    if (!fits) break;
    at = next;
  }
  return words.substr(from, static_cast<std::size_t>(at) - from);
}

}  // namespace

std::optional<Handle> next_handle(std::string_view words, std::size_t from, char before) {
  for (auto at = words.find('@', from); at != std::string_view::npos; at = words.find('@', at + 1)) {
    if (is_name_byte(at > 0 ? words[at - 1] : before)) continue;
    const auto name = name_at(words, at + 1);
    if (!name.empty()) return Handle{at, name};
  }
  return std::nullopt;
}

std::string_view shorter_name(std::string_view name) {
  return name.ends_with('.') || name.ends_with('-') ? name.substr(0, name.size() - 1) : std::string_view();
}

}  // namespace rialto::text
