#include "import/text_body.h"

#include <algorithm>

#include "base/strings.h"
#include "import/bbcode.h"
#include "import/markdown.h"
#include "import/page_words.h"

namespace rialto::imports {
namespace {

using Kind = Passage::Kind;

constexpr int kMostTags = 100;  // quotes that open and close within one line

bool is_list_item(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("• ")) return true;
  std::size_t digits = 0;
  while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
  return digits > 0 && digits < 3 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
         line[digits + 1] == ' ';
}

// ">" and ">>" before quoted lines, as in mail.
bool is_quoted(std::string_view line) {
  return line.starts_with('>') && !line.starts_with(">!");
}

std::string_view unquoted(std::string_view line) {
  while (is_quoted(line)) line = trimmed(line.substr(1));
  return line;
}

Passage paragraph(std::string plain, int gap, Kind kind) {
  Passage passage;
  passage.kind = kind;
  passage.markdown = bbcode_as_markdown(plain);
  passage.plain = without_bbcode(plain);
  passage.gap = gap;
  return passage;
}

}  // namespace

Passages text_passages(const std::vector<PageLine>& lines, std::size_t begin, std::size_t end, LineEnd line_end) {
  Passages passages;
  std::string plain;
  Kind kind = Kind::Paragraph;
  int gap = 1;
  std::optional<std::string> author;
  bool in_quote = false;
  const auto finish = [&] {
    if (!trimmed(plain).empty()) {
      passages.push_back(paragraph(plain, gap, kind));
      if (kind == Kind::Quote) passages.back().author = author;
    }
    plain.clear();
  };
  for (std::size_t at = begin; at < end; ++at) {
    std::string_view line = lines[at].text;
    int tags = 0;
    const bool ended = line_end == LineEnd::EndsParagraph && !is_list_item(lines[at].text);
    int here_gap = at == begin || ended ? 1 : lines[at].gap;
    for (bool again = true; again;) {
      again = false;
      std::string_view after;
      const auto tag = ++tags > kMostTags ? std::nullopt : in_quote ? quote_end_in(line) : quote_begin_in(line);
      std::string_view text = line;
      if (tag) {
        text = line.substr(0, tag->begin);
        after = line.substr(tag->end);
      }
      const bool quoted = in_quote || is_quoted(text);
      const Kind here = quoted ? Kind::Quote : Kind::Paragraph;
      if (here_gap > 0 || here != kind) {
        finish();
        gap = here_gap;
        kind = here;
      }
      const std::string_view bare = is_quoted(text) ? unquoted(text) : trimmed(text);
      if (!bare.empty()) {
        const bool join = line_end == LineEnd::Wraps && !is_list_item(bare);
        if (!plain.empty()) plain += join ? " " : "\n";
        plain += bare;
      }
      if (tag) {
        finish();
        if (!in_quote) author = tag->name;
        in_quote = !in_quote;
        line = after;
        here_gap = 0;
        again = !trimmed(after).empty();
      }
    }
  }
  finish();
  return passages;
}

}  // namespace rialto::imports
