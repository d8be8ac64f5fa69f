// A review's text in sections: what stands before the first heading "## …" is its introduction.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rialto::web {

struct ReviewSection {
  std::string heading;  // plain text; "" for the introduction
  std::string body;     // Markdown
};

// The introduction first, which may be empty; then each section. Headings within code fences are none.
std::vector<ReviewSection> sections_of(std::string_view markdown);

}  // namespace rialto::web
