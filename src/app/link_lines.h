// Texts in as lines of JSON, what they name out as lines of JSON.
#pragma once

#include <iosfwd>

#include "text/link.h"

namespace rialto::app {

// Reads all lines, then writes one for each in the same order. A line that is not as it should be is told on `errors`
// with its number, and left out.
void link_lines(const text::Linker& linker, std::istream& in, std::ostream& out, std::ostream& errors);

}  // namespace rialto::app
