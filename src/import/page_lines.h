// The lines of a text page that hold something, each with what the readers ask of it again and again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rialto::imports {

struct PageLine {
  std::string_view text;  // trimmed; views the page's text
  std::string fold;       // folded; empty for lines over 300 bytes, which are prose
  int indent = 0;         // columns before the text; a tab is four
  int gap = 0;            // empty lines before it
};

// The views last as long as `text` does.
std::vector<PageLine> page_lines(std::string_view text);

// True if the page was wrapped at a fixed width, so that one line end is no line break.
bool is_hard_wrapped(const std::vector<PageLine>& lines);

// True if hardly an empty line stands on the page: gaps then tell nothing.
bool is_dense(const std::vector<PageLine>& lines);

}  // namespace rialto::imports
