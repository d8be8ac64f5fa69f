#include "import/markdown.h"

#include <algorithm>

#include "base/strings.h"

namespace rialto::imports {
namespace {

bool is_blank_at(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == ' ' || text[at] == '\n' || text[at] == '\t';
}

bool is_letter_or_digit(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
         static_cast<unsigned char>(letter) >= 0x80;
}

bool is_word_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_letter_or_digit(text[at]);
}

bool starts_address(std::string_view rest) {
  return rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
}

// An asterisk or underscore between blanks is no markup; an underscore within a word isn't either.
bool is_emphasis(std::string_view text, std::size_t at) {
  const bool blank_before = at == 0 || is_blank_at(text, at - 1);
  if (blank_before && is_blank_at(text, at + 1)) return false;
  if (text[at] == '*') return true;
  return !(at > 0 && is_letter_or_digit(text[at - 1]) && is_word_at(text, at + 1));
}

bool looks_like_entity(std::string_view rest) {
  std::size_t at = 1;
  while (at < rest.size() && at < 32 && (is_letter_or_digit(rest[at]) || rest[at] == '#')) ++at;
  return at > 1 && at < rest.size() && rest[at] == ';';
}

bool needs_escape(std::string_view text, std::size_t at) {
  const char letter = text[at];
  const std::string_view rest = text.substr(at);
  switch (letter) {
    case '*':
    case '_':
      return is_emphasis(text, at);
    case '`':
      return true;
    case '~':
      return rest.starts_with("~~") || (at > 0 && text[at - 1] == '~');
    case '<':
      return rest.size() > 1 && (is_letter_or_digit(rest[1]) || rest[1] == '/' || rest[1] == '!' || rest[1] == '?');
    case '&':
      return looks_like_entity(rest);
    case '\\':
      return rest.size() > 1 && !is_letter_or_digit(rest[1]) && !is_blank_at(rest, 1);
    case '>':
      return rest.starts_with(">!");
    case '!':
      return rest.starts_with("!<") || rest.starts_with("![");
    case '(':
      return at > 0 && text[at - 1] == ']';
    default:
      return false;
  }
}

// What would make a heading, list of one, rule or quotation of the start of a line.
std::size_t line_start_escape(std::string_view line) {
  if (line.empty()) return std::string_view::npos;
  if (line[0] == '>') return 0;
  if (line[0] == '#') return 0;
  if (line.starts_with("+ ") || line == "+" || line == "-") return 0;
  const bool same =
      std::all_of(line.begin(), line.end(), [&](char letter) { return letter == line[0] || letter == ' '; });
  if (same && (line[0] == '=' || line[0] == '-' || line[0] == '*' || line[0] == '_')) return 0;
  std::size_t digits = 0;
  while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
  const bool ordered =
      digits > 2 && digits < 10 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
  return ordered && is_blank_at(line, digits + 1) ? digits : std::string_view::npos;
}

}  // namespace

std::string escaped_inline(std::string_view plain) {
  std::string text;
  text.reserve(plain.size() + plain.size() / 16);
  for (std::size_t at = 0; at < plain.size();) {
    const bool at_word = at == 0 || !is_letter_or_digit(plain[at - 1]);
    if (at_word && starts_address(plain.substr(at))) {
      const auto end = std::min(plain.find_first_of(" \n\t<>\"", at), plain.size());
      text += plain.substr(at, end - at);
      at = end;
      continue;
    }
    if (needs_escape(plain, at)) text += '\\';
    text += plain[at++];
  }
  return text;
}

std::string escaped_markdown(std::string_view plain) {
  std::string text;
  for (auto line : lines_of(plain)) {
    line = trimmed(line);
    const auto escape = line_start_escape(line);
    if (!text.empty()) text += '\n';
    if (escape == std::string_view::npos) {
      text += escaped_inline(line);
    } else {
      text += line.substr(0, escape);
      text += '\\';
      text += line[escape];
      text += escaped_inline(line.substr(escape + 1));
    }
  }
  return text;
}

std::string escaped_line_start(std::string_view line) {
  const auto escape = line.starts_with(">!") ? std::string_view::npos : line_start_escape(line);
  if (escape == std::string_view::npos) return std::string(line);
  return std::string(line.substr(0, escape)) + '\\' + std::string(line.substr(escape));
}

std::string as_blockquote(std::string_view markdown) {
  std::string text;
  for (const auto line : lines_of(markdown)) {
    if (!text.empty()) text += '\n';
    text += line.empty() ? ">" : "> " + std::string(line);
  }
  return text;
}

}  // namespace rialto::imports
