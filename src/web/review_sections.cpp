#include "web/review_sections.h"

#include "base/strings.h"

namespace rialto::web {

namespace {

bool is_fence(std::string_view line) {
  return line.starts_with("```") || line.starts_with("~~~");
}

// The words of "## Heading" or "# Heading"; deeper headings stay in their section.
std::string_view heading_in(std::string_view line) {
  if (line.starts_with("## ")) return trimmed(line.substr(3));
  return line.starts_with("# ") ? trimmed(line.substr(2)) : std::string_view();
}

}  // namespace

std::vector<ReviewSection> sections_of(std::string_view markdown) {
  std::vector<ReviewSection> sections(1);
  bool fenced = false;
  for (const auto line : lines_of(markdown)) {
    if (is_fence(line)) fenced = !fenced;
    const auto heading = fenced ? std::string_view() : heading_in(line);
    if (!heading.empty()) {
      sections.push_back({.heading = std::string(heading), .body = ""});
    } else {
      sections.back().body += line;
      sections.back().body += '\n';
    }
  }
  return sections;
}

}  // namespace rialto::web
