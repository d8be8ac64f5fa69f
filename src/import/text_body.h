// Lines of text → passages: paragraphs, quotes (">", [quote]), headings, pictures.
#pragma once

#include <cstddef>
#include <vector>

#include "import/page_lines.h"
#include "import/passage.h"

namespace rialto::imports {

enum class Wrapped { No, Yes };

// The passages of lines[begin, end). Lines of one paragraph are kept apart unless the page was wrapped.
Passages text_passages(const std::vector<PageLine>& lines, std::size_t begin, std::size_t end, Wrapped wrapped);

}  // namespace rialto::imports
