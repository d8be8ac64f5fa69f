#include "text/sections.h"

#include "base/strings.h"

namespace rialto::text {

namespace {

bool is_fence(std::string_view line) {
  return line.starts_with("```") || line.starts_with("~~~");
}

// The words of "## Heading" or "# Heading"; deeper headings stay in their section.
std::string_view heading_in(std::string_view line) {
  if (line.starts_with("## ")) return trimmed(line.substr(3));
  return line.starts_with("# ") ? trimmed(line.substr(2)) : std::string_view();
}

constexpr std::string_view kBetween = "\n\n";  // an empty line, as between blocks

void add_moved(std::vector<Stretch>& all, const std::vector<Stretch>& stretches, std::size_t by) {
  for (const auto& one : stretches) all.push_back({one.begin + by, one.end + by});
}

}  // namespace

std::vector<Section> sections_of(std::string_view markdown) {
  std::vector<Section> sections(1);
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

StreamedText streamed(const std::vector<Section>& sections) {
  StreamedText all;
  for (const auto& section : sections) {
    const auto one = streamed(section.body, kReviewLimit);
    add_moved(all.veiled, one.veiled, all.words.size());
    add_moved(all.quoted, one.quoted, all.words.size());
    add_moved(all.linked, one.linked, all.words.size());
    all.words.append(one.words).append(kBetween);
  }
  return all;
}

std::vector<std::size_t> begins_of(const std::vector<Section>& sections) {
  std::vector<std::size_t> begins{0};
  for (const auto& section : sections) begins.push_back(begins.back() + streamed(section.body, kReviewLimit).words.size() + kBetween.size());
  return begins;
}

}  // namespace rialto::text
