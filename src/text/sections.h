// A review's text in sections: what stands before the first heading "## …" is its introduction.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/word_stream.h"

namespace rialto::text {

struct Section {
  std::string heading;  // plain text; "" for the introduction
  std::string body;     // Markdown
};

// The introduction first, which may be empty; then each section. Headings within code fences are none.
std::vector<Section> sections_of(std::string_view markdown);

// The words of all bodies as one stream, without their headings.
StreamedText streamed(const std::vector<Section>& sections);

// Where each section begins in that stream, and behind the last where one more would: bytes.
std::vector<std::size_t> begins_of(const std::vector<Section>& sections);

}  // namespace rialto::text
