// Lines of text → passages: paragraphs, quotes (">", [quote]), headings, pictures.
#pragma once

#include <cstddef>
#include <vector>

#include "import/page_lines.h"
#include "import/passage.h"

namespace rialto::imports {

// What the end of a line is: a break within a paragraph, where the page was wrapped at a fixed width, or its end.
enum class LineEnd { Breaks, Wraps, EndsParagraph };

// The passages of lines[begin, end).
Passages text_passages(const std::vector<PageLine>& lines, std::size_t begin, std::size_t end, LineEnd line_end);

}  // namespace rialto::imports
