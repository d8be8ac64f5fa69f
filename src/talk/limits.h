// How long titles and texts may be, and their checks.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "talk/refusal.h"

namespace rialto::talk {

inline constexpr std::size_t kTitleLimit = 200;       // code points
inline constexpr std::size_t kPostBytes = 64 * 1024;  // as text/markup.h renders
inline constexpr std::size_t kReviewBytes = 256 * 1024;
inline constexpr std::size_t kReasonLimit = 500;  // code points

// The title as it is kept (text/name.h says how), or what is wrong with it.
std::variant<std::string, Refusal> kept_title(std::string_view title);
std::optional<Refusal> text_refused(std::string_view text, std::size_t most_bytes);

// With "\n" endings and without blanks at the end.
std::string tidied(std::string_view text);

}  // namespace rialto::talk
