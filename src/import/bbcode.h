// BBCode, as raw copies of boards hold it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rialto::imports {

// Where a [quote] or [/quote] tag stands in a line, and whom it names.
struct QuoteTag {
  std::size_t begin = 0, end = 0;
  std::optional<std::string> name;
};
std::optional<QuoteTag> quote_begin_in(std::string_view line);
std::optional<QuoteTag> quote_end_in(std::string_view line);

// The text as Markdown: what was typed is escaped, [b], [i], [s], [url] and [spoiler] become markup, others go.
std::string bbcode_as_markdown(std::string_view plain);

// The words alone.
std::string without_bbcode(std::string_view plain);

}  // namespace rialto::imports
