#include "import/page_lines.h"

#include <algorithm>

#include "base/strings.h"

namespace rialto::imports {
namespace {

constexpr std::size_t kMostLines = 400'000;  // more is no page; the rest is left

// Trims blanks that are no ASCII too: the no-break space and the ideographic one.
std::string_view trimmed_wide(std::string_view text) {
  for (;;) {
    text = trimmed(text);
    if (text.starts_with("\xC2\xA0"))
      text.remove_prefix(2);
    else if (text.ends_with("\xC2\xA0"))
      text.remove_suffix(2);
    else if (text.starts_with("\xE3\x80\x80"))
      text.remove_prefix(3);
    else if (text.ends_with("\xE3\x80\x80"))
      text.remove_suffix(3);
    else
      return text;
  }
}

// The columns before the text; the lines that some saves draw as a tree ("│  └─ ") are blanks.
int take_indent(std::string_view& line) {
  int columns = 0;
  for (;;) {
    if (line.starts_with(' ') || line.starts_with("| ") || line.starts_with("|\t") || line.starts_with("||")) {
      line.remove_prefix(1);
      ++columns;
    } else if (line.starts_with('\t')) {
      line.remove_prefix(1);
      columns += 4;
    } else if (line.starts_with("\xC2\xA0")) {
      line.remove_prefix(2);
      ++columns;
    } else if (line.starts_with("│") || line.starts_with("├") || line.starts_with("└") || line.starts_with("─")) {
      line.remove_prefix(3);
      ++columns;
    } else {
      return columns;
    }
  }
}

}  // namespace

std::vector<PageLine> page_lines(std::string_view text) {
  std::vector<PageLine> lines;
  int gap = 0;
  for (auto raw : lines_of(text)) {
    const int indent = take_indent(raw);
    const auto content = trimmed_wide(raw);
    if (lines.size() >= kMostLines) break;
    if (content.empty()) {
      ++gap;
      continue;
    }
    PageLine line{content, content.size() <= 300 ? folded(content) : std::string(), indent, gap};
    lines.push_back(std::move(line));
    gap = 0;
  }
  return lines;
}

bool is_hard_wrapped(const std::vector<PageLine>& lines) {
  std::size_t longest = 0, near = 0, followed = 0, long_lines = 0;
  for (const auto& line : lines) longest = std::max(longest, static_cast<std::size_t>(line.indent) + line.text.size());
  if (longest > 100 || longest < 50) return false;
  for (std::size_t at = 0; at + 1 < lines.size(); ++at) {
    const auto width = static_cast<std::size_t>(lines[at].indent) + lines[at].text.size();
    if (lines[at + 1].gap > 0) continue;
    ++followed;
    long_lines += width + 5 > longest;
    near += width + 16 > longest;
  }
  return followed >= 4 && near * 10 >= followed * 6 && long_lines >= 2;
}

bool is_dense(const std::vector<PageLine>& lines) {
  const auto gaps = std::count_if(lines.begin(), lines.end(), [](const auto& line) { return line.gap > 0; });
  return lines.size() >= 4 && gaps * 12 <= static_cast<std::ptrdiff_t>(lines.size());
}

}  // namespace rialto::imports
