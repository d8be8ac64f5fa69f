// "@name" within words.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace rialto::text {

// A stretch that may be a member's name: letters, digits, "_", "-" and "." of any script, at most 30 characters.
struct Handle {
  std::size_t at = 0;     // of the "@"
  std::string_view name;  // as far as it goes, maybe with "." or "-" of the sentence at its end
};

// The first one at or after `from`; "@" within a word (an e-mail address) is none. `before` is the last byte of the
// words in front of these ones, or a blank.
std::optional<Handle> next_handle(std::string_view words, std::size_t from, char before = ' ');

// The name without its last character if that is "." or "-", else empty.
std::string_view shorter_name(std::string_view name);

}  // namespace rialto::text
