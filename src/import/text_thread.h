// Threads saved as text: from boards of any kind, in any of our languages.
#pragma once

#include <optional>
#include <vector>

#include "base/date_reading.h"
#include "import/found_thread.h"
#include "import/page_lines.h"

namespace rialto::imports {

// Posts are parted by lines that say who wrote them and when, else by controls such as "reply", else by rules. Nothing
// if no two posts can be told apart.
std::optional<FoundThread> read_text_thread(const std::vector<PageLine>& lines, const DateReading& how);

// The posts alone, from lines[begin] on: the comments below a review. One comment is enough.
std::vector<FoundPost> read_text_comments(const std::vector<PageLine>& lines, std::size_t begin,
                                          const DateReading& how);

}  // namespace rialto::imports
