#include "text/sections.h"

#include "base/strings.h"
#include "text/spoiler_label.h"

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

// What may not be cut by a heading: code, and spoilers. A line at a time.
class Open {
 public:
  explicit Open(std::string_view markdown)
      : markdown_(markdown), whole_(is_whole_text_marked(markdown)), next_open_(markdown.find(">!")), next_close_(markdown.find("!<")) {}

  void read(std::string_view line) {
    note_veils(line);
    if (is_fence(line)) fenced_ = !fenced_;
    if (fenced_ || !line.starts_with(":::")) return;
    const auto after = trimmed(line.substr(3));
    if (after.starts_with("spoiler")) ++blocks_;
    else if (after.empty() && blocks_ > 0) --blocks_;
  }

  // `at`: where in the text the next line begins; never before where it was asked last.
  bool is_open(std::size_t at) { return whole_ || fenced_ || blocks_ > 0 || is_veil_open(at); }

 private:
  void note_veils(std::string_view line) {
    const auto opened = line.rfind(">!"), closed = line.rfind("!<");
    if (opened == std::string_view::npos && closed == std::string_view::npos) return;
    veiled_ = opened != std::string_view::npos && (closed == std::string_view::npos || closed < opened);
  }

  // An inline spoiler that began before and is closed further on.
  bool is_veil_open(std::size_t at) {
    if (!veiled_) return false;
    if (next_open_ < at) next_open_ = markdown_.find(">!", at);
    if (next_close_ < at) next_close_ = markdown_.find("!<", at);
    return next_close_ < next_open_;
  }

  std::string_view markdown_;
  bool whole_;
  bool fenced_ = false;
  bool veiled_ = false;  // the last mark of an inline spoiler opened one
  int blocks_ = 0;
  std::size_t next_open_, next_close_;  // npos: no more
};

constexpr std::string_view kBetween = "\n\n";  // an empty line, as between blocks

void add_moved(std::vector<Stretch>& all, const std::vector<Stretch>& stretches, std::size_t by) {
  for (const auto& one : stretches) all.push_back({one.begin + by, one.end + by});
}

}  // namespace

std::vector<Section> sections_of(std::string_view markdown) {
  std::vector<Section> sections(1);
  Open open(markdown);
  for (const auto line : lines_of(markdown)) {
    const auto heading = heading_in(line);
    const bool begins = !heading.empty() && !open.is_open(static_cast<std::size_t>(line.data() - markdown.data()));
    open.read(line);
    if (begins) {
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
