#include "import/page.h"

#include <algorithm>

#include "base/date_reading.h"
#include "base/strings.h"
#include "import/mhtml.h"

namespace rialto::imports {
namespace {

constexpr std::size_t kMostBytes = 64'000'000;
constexpr std::size_t kHead = 4096;

// Lines end in "\n"; other control characters, soft hyphens and zero-width signs go.
std::string cleaned(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto letter = static_cast<unsigned char>(text[at]);
    if (letter == '\r') {
      if (at + 1 >= text.size() || text[at + 1] != '\n') out += '\n';
    } else if (letter >= 0x20 || letter == '\n' || letter == '\t') {
      const std::string_view rest = text.substr(at, 3);
      const bool invisible = rest == "\xE2\x80\x8B" || rest == "\xE2\x80\x8E" || rest == "\xE2\x80\x8F" ||
                             rest == "\xEF\xBB\xBF" || rest == "\xE2\x81\xA0";
      const bool soft_hyphen = rest.starts_with("\xC2\xAD");
      if (invisible || soft_hyphen)
        at += invisible ? 2 : 1;
      else
        out += static_cast<char>(letter);
    }
  }
  return out;
}

bool is_html(std::string_view text) {
  const std::string head = ascii_lower(text.substr(0, 65'536));
  if (head.find("<!doctype html") < 2048 || head.find("<html") < 2048) return true;
  int tags = 0;
  for (const char* tag :
       {"<div", "<p>", "<p ", "<td", "<article", "<br", "<li", "<span", "<h1", "<h2", "<section", "<blockquote"})
    tags += head.find(tag) != std::string::npos;
  return tags >= 2;
}

std::string charset_named_in(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, kHead));
  if (head.find('<') == std::string::npos) return "";
  const auto at = head.find("charset=");
  if (at == std::string::npos) return "";
  auto begin = at + 8;
  while (begin < head.size() && (head[begin] == '"' || head[begin] == '\'' || head[begin] == ' ')) ++begin;
  const auto end = head.find_first_of("\"'> ;/\n\t", begin);
  return head.substr(begin, std::min<std::size_t>(end == std::string::npos ? 0 : end - begin, 40));
}

bool is_binary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kHead);
  for (const char* magic : {"%PDF-", "PK\x03\x04", "\x1F\x8B", "\x89PNG", "\xFF\xD8\xFF", "GIF8", "SQLite format"})
    if (head.starts_with(magic)) return true;
  const auto odd = std::count_if(head.begin(), head.end(), [](char letter) {
    return static_cast<unsigned char>(letter) < 9 || (letter > 13 && letter < 27) || letter == 127;
  });
  const bool wide = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") || head.substr(0, 4).find('\0') < 2;
  return !wide && static_cast<std::size_t>(odd) * 20 > head.size();
}

// "<!-- saved from url=(0042)http://… -->", SingleFile's comment, <link rel=canonical>, og:url.
std::optional<std::string> address_in(std::string_view text) {
  const std::string_view head = text.substr(0, 200'000);
  const auto mark = head.find("saved from url=");
  auto begin = mark == std::string_view::npos ? mark : head.find("http", mark);
  if (begin == std::string_view::npos || begin > mark + 40) {
    const auto single = head.find("Page saved with SingleFile");
    begin = single == std::string_view::npos ? single : head.find("http", single);
    if (begin == std::string_view::npos || begin > single + 100) return std::nullopt;
  }
  const auto end = head.find_first_of(" \n\"<>", begin);
  return std::string(head.substr(begin, std::min<std::size_t>(end - begin, 2000)));
}

std::optional<Edtf> saved_in(std::string_view text) {
  const auto mark = text.substr(0, 10'000).find("saved date:");
  if (mark == std::string_view::npos) return std::nullopt;
  const auto line = text.substr(mark + 11, 60);
  return read_date(line.substr(0, line.find('\n')), {});
}

// An archive's address tells the day of the copy: /web/20170215093000/http://…
std::optional<Edtf> saved_in_address(std::string_view address) {
  const auto mark = address.find("/web/");
  if (mark == std::string_view::npos || address.size() < mark + 13) return std::nullopt;
  const auto digits = address.substr(mark + 5, 8);
  const bool all =
      std::all_of(digits.begin(), digits.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
  if (!all) return std::nullopt;
  return Edtf::parse(std::string(digits.substr(0, 4)) + "-" + std::string(digits.substr(4, 2)) + "-" +
                     std::string(digits.substr(6, 2)));
}

}  // namespace

Result<Page> open_page(std::string_view bytes) {
  if (trimmed(bytes).empty()) return Error{"is empty"};
  if (bytes.size() > kMostBytes) return Error{"is larger than 64 MB; split it, or import the archive that it is from"};
  Page page;
  std::string unpacked, declared;
  if (auto part = html_part_of_mhtml(bytes)) {
    page.address = part->address;
    page.saved = part->saved;
    unpacked = std::move(part->bytes);
    declared = part->charset;
    bytes = unpacked;
  }
  if (is_binary(bytes)) return Error{"is not text: save the page as text or as HTML"};
  page.text = cleaned(decoded(bytes, declared.empty() ? charset_named_in(bytes) : declared));
  page.kind = is_html(page.text) ? Page::Kind::Html : Page::Kind::Text;
  if (!page.address && page.kind == Page::Kind::Html) page.address = address_in(page.text);
  if (!page.saved && page.kind == Page::Kind::Html) page.saved = saved_in(page.text);
  if (!page.saved && page.address) page.saved = saved_in_address(*page.address);
  return page;
}

}  // namespace rialto::imports
