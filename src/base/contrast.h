// How well one colour is read on another.
#pragma once

#include <string_view>

namespace rialto {

// WCAG 2.1, 1.4.3: from 1 to 21. Both are "#rrggbb".
double contrast_of(std::string_view one, std::string_view other);

}  // namespace rialto
