// Plain words into Markdown that comes out as they were typed.
#pragma once

#include <string>
#include <string_view>

namespace rialto::imports {

// Escapes what would be read as markup: "*beep*" becomes "\*beep\*". Addresses stay as they are. Lines are kept.
std::string escaped_markdown(std::string_view plain);

// The same for a piece within a line, where the start of a line has no meaning.
std::string escaped_inline(std::string_view plain);

// One line of Markdown whose start would be read as a heading, list or rule that nobody typed.
std::string escaped_line_start(std::string_view line);

// Each line behind "> ".
std::string as_blockquote(std::string_view markdown);

}  // namespace rialto::imports
