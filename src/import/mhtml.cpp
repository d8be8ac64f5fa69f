#include "import/mhtml.h"

#include <algorithm>
#include <array>

#include "base/date_reading.h"
#include "base/strings.h"

namespace rialto::imports {
namespace {

struct Split {
  std::string_view head, body;
};

Split head_and_body(std::string_view part) {
  const auto crlf = part.find("\r\n\r\n");
  const auto lf = part.find("\n\n");
  if (crlf != std::string_view::npos && crlf < lf) return {part.substr(0, crlf), part.substr(crlf + 4)};
  if (lf != std::string_view::npos) return {part.substr(0, lf), part.substr(lf + 2)};
  return {part, {}};
}

// The value of a header, with its continuation lines.
std::string header(std::string_view head, std::string_view name) {
  std::string value;
  bool within = false;
  for (const auto line : lines_of(head)) {
    const bool continued = !line.empty() && (line[0] == ' ' || line[0] == '\t');
    if (within && !continued) break;
    if (within) value += " " + std::string(trimmed(line));
    if (line.size() > name.size() && line[name.size()] == ':' &&
        equal_ignoring_case(line.substr(0, name.size()), name)) {
      value = trimmed(line.substr(name.size() + 1));
      within = true;
    }
  }
  return value;
}

std::string parameter(const std::string& value, std::string_view name) {
  const auto at = ascii_lower(value).find(std::string(name) + "=");
  if (at == std::string::npos) return "";
  auto begin = at + name.size() + 1;
  const bool quoted = begin < value.size() && value[begin] == '"';
  if (quoted) ++begin;
  return value.substr(begin, value.find_first_of(quoted ? "\"" : "; \t", begin) - begin);
}

int hex(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  return -1;
}

std::string from_quoted_printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      out += text[at];
    } else if (text.substr(at + 1, 1) == "\n") {
      at += 1;
    } else if (text.substr(at + 1, 2) == "\r\n") {
      at += 2;
    } else if (at + 2 < text.size() && hex(text[at + 1]) >= 0 && hex(text[at + 2]) >= 0) {
      out += static_cast<char>(hex(text[at + 1]) * 16 + hex(text[at + 2]));
      at += 2;
    } else {
      out += '=';
    }
  }
  return out;
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char letter : text) {
    const auto value = kLetters.find(letter);
    if (value == std::string_view::npos) continue;
    bits = (bits << 6 | static_cast<unsigned>(value)) & 0xFFFFFF;
    if ((count += 6) >= 8) out += static_cast<char>(bits >> (count -= 8) & 0xFF);
  }
  return out;
}

std::string body_of(const Split& part) {
  const auto encoding = ascii_lower(header(part.head, "Content-Transfer-Encoding"));
  if (encoding == "quoted-printable") return from_quoted_printable(part.body);
  if (encoding == "base64") return from_base64(part.body);
  return std::string(part.body);
}

std::optional<HtmlPart> as_html(const Split& part, const Split& whole) {
  const auto type = header(part.head, "Content-Type");
  if (!ascii_lower(type).starts_with("text/html")) return std::nullopt;
  HtmlPart html{body_of(part), parameter(type, "charset"), std::nullopt, std::nullopt};
  for (const auto& address : {header(whole.head, "Snapshot-Content-Location"), header(part.head, "Content-Location")})
    if (!html.address && address.starts_with("http")) html.address = address;
  html.saved = read_date(header(whole.head, "Date"), {});
  return html;
}

}  // namespace

std::optional<HtmlPart> html_part_of_mhtml(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, 3000));
  if (head.find("mime-version:") == std::string::npos || head.find("content-type:") == std::string::npos)
    return std::nullopt;
  const Split whole = head_and_body(bytes);
  if (auto html = as_html(whole, whole)) return html;
  const auto boundary = parameter(header(whole.head, "Content-Type"), "boundary");
  if (boundary.empty()) return std::nullopt;
  const std::string mark = "--" + boundary;
  for (auto at = whole.body.find(mark); at != std::string_view::npos;) {
    const auto begin = whole.body.find('\n', at);
    if (begin == std::string_view::npos) return std::nullopt;
    const auto next = whole.body.find(mark, begin);
    const auto part = whole.body.substr(begin + 1, next == std::string_view::npos ? next : next - begin - 1);
    if (auto html = as_html(head_and_body(part), whole)) return html;
    at = next;
  }
  return std::nullopt;
}

}  // namespace rialto::imports
