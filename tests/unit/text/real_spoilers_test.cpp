// Real comments with spoilers, from ../shared/data where that is present: each span that readers marked must come out
// hidden, and nothing more.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/strings.h"
#include "text/markup.h"

namespace rialto::text {
namespace {

std::filesystem::path data_file() {
  const char* shared = std::getenv("RIALTO_SHARED");
  const auto root = shared ? std::filesystem::path(shared) : std::filesystem::path(RIALTO_SOURCE_DIR) / "../shared";
  return root / "data/spoilers/reddit_spoiler_markup.jsonl";
}

struct Comment {
  std::string id;
  std::u32string text;
  std::vector<std::pair<std::size_t, std::size_t>> spans;  // code points
};

// Reads a JSON string that begins after the quote at `at`.
std::u32string json_string(std::string_view line, std::size_t at) {
  std::u32string out;
  const auto hex = [&](std::size_t from) {
    return static_cast<char32_t>(std::stoul(std::string(line.substr(from, 4)), nullptr, 16));
  };
  while (line[at] != '"') {
    const auto byte = static_cast<unsigned char>(line[at++]);
    if (byte == '\\') {
      const char escape = line[at++];
      if (escape == 'u') {
        char32_t unit = hex(at);
        at += 4;
        if (unit >= 0xD800 && unit < 0xDC00) {
          unit = 0x10000 + ((unit - 0xD800) << 10) + (hex(at + 2) - 0xDC00);
          at += 6;
        }
        out += unit;
      } else {
        out += escape == 'n' ? U'\n' : escape == 't' ? U'\t' : escape == 'r' ? U'\r' : static_cast<char32_t>(escape);
      }
    } else if (byte < 0x80) {
      out += byte;
    } else {
      const int more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
      char32_t letter = byte & (0x3F >> more);
      for (int i = 0; i < more; ++i) letter = (letter << 6) | (static_cast<unsigned char>(line[at++]) & 0x3F);
      out += letter;
    }
  }
  return out;
}

Comment comment_of(const std::string& line) {
  Comment comment;
  comment.id = line.substr(8, line.find('"', 8) - 8);
  comment.text = json_string(line, line.find("\"text\": \"") + 9);
  auto at = line.rfind("\"spoiler_spans\"");
  for (at = line.find('[', at) + 1; (at = line.find('[', at)) != std::string::npos; ++at) {
    char* next = nullptr;
    const auto from = std::strtoul(line.c_str() + at + 1, &next, 10);
    comment.spans.emplace_back(from, std::strtoul(next + 1, nullptr, 10));
  }
  return comment;
}

std::string utf8(std::u32string_view text) {
  std::string out;
  for (char32_t letter : text) {
    if (letter < 0x80) {
      out += static_cast<char>(letter);
    } else {
      const int more = letter >= 0x10000 ? 3 : letter >= 0x800 ? 2 : 1;
      out += static_cast<char>((0xF0 << (3 - more) & 0xFF) | (letter >> (6 * more)));
      for (int i = more - 1; i >= 0; --i) out += static_cast<char>(0x80 | ((letter >> (6 * i)) & 0x3F));
    }
  }
  return out;
}

// Only letters and digits, so that markup makes no difference.
std::string bare(std::string_view text) {
  std::string out;
  bool in_tag = false;
  for (char letter : text) {
    in_tag = letter == '<' || (in_tag && letter != '>');
    const bool keeps = std::isalnum(static_cast<unsigned char>(letter)) || static_cast<unsigned char>(letter) >= 0x80;
    if (keeps && !in_tag) out += letter;
  }
  return out;
}

std::vector<std::string> hidden_parts(std::string html) {
  for (auto entity : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"}) html = replaced(html, entity, "");
  std::vector<std::string> parts;
  for (auto [start, end] :
       {std::pair{"<span class=\"veil-words\">", "</label>"}, std::pair{"<div class=\"veil-words\">", "</div></div>"}}) {
    for (auto at = html.find(start); at != std::string::npos; at = html.find(start, at + 1)) {
      const auto from = at + std::string_view(start).size();
      parts.push_back(bare(html.substr(from, html.find(end, from) - from)));
    }
  }
  return parts;
}

TEST(RealSpoilers, what_readers_marked_is_hidden_and_nothing_more) {
  std::ifstream in(data_file());
  if (!in) GTEST_SKIP() << "skipped: no ../shared/data";
  int spans = 0, found = 0, veils = 0;
  for (std::string line; std::getline(in, line);) {
    const auto comment = comment_of(line);
    auto parts = hidden_parts(std::string(render(utf8(comment.text)).html.view()));
    spans += static_cast<int>(comment.spans.size());
    veils += static_cast<int>(parts.size());
    for (auto [from, to] : comment.spans) {
      const auto wanted = bare(utf8(comment.text.substr(from, to - from)));
      const auto part = std::find(parts.begin(), parts.end(), wanted);
      if (part != parts.end()) {
        ++found;
        parts.erase(part);
      } else {
        ADD_FAILURE() << comment.id << " leaves open: " << utf8(comment.text.substr(from, to - from));
      }
    }
  }
  // One comment holds a spoiler with quotation marks in it, which its annotation has not.
  EXPECT_LE(veils, spans + 1);
  std::printf("%d of %d spans hidden, %d veils\n", found, spans, veils);
  EXPECT_GT(spans, 150);
}

}  // namespace
}  // namespace rialto::text
