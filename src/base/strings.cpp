#include "base/strings.h"

#include <memory>

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace rialto {

namespace {

bool is_blank(char letter) {
  return letter == ' ' || (letter >= '\t' && letter <= '\r');
}

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  return *get(status);
}

icu::UnicodeString without_marks(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto decomposed = normalizer(icu::Normalizer2::getNFKDInstance).normalize(text, status);
  icu::UnicodeString kept;
  for (int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
    const UChar32 letter = decomposed.char32At(at);
    if (u_charType(letter) != U_NON_SPACING_MARK) kept.append(letter);
  }
  return normalizer(icu::Normalizer2::getNFCInstance).normalize(kept, status);
}

bool is_plain_ascii(std::string_view text) {
  for (char letter : text)
    if (static_cast<unsigned char>(letter) >= 0x80) return false;
  return true;
}

std::string with_single_blanks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char letter : trimmed(text)) {
    if (!is_blank(letter)) {
      out += letter;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

std::string transliterated(const std::string& text) {
  if (is_plain_ascii(text)) return text;
  thread_local const auto to_ascii = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  }();
  auto wide = icu::UnicodeString::fromUTF8(text);
  if (to_ascii) to_ascii->transliterate(wide);
  std::string out;
  wide.toUTF8String(out);
  return out;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (;;) {
    const auto end = text.find(separator);
    pieces.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string_view> lines_of(std::string_view text) {
  auto lines = split(text, '\n');
  if (lines.back().empty()) lines.pop_back();
  for (auto& line : lines)
    if (line.ends_with('\r')) line.remove_suffix(1);
  return lines;
}

std::string joined(const std::vector<std::string>& pieces, std::string_view between) {
  std::string out;
  for (const auto& piece : pieces) {
    if (&piece != &pieces.front()) out += between;
    out += piece;
  }
  return out;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  for (;;) {
    const auto at = text.find(from);
    out += text.substr(0, at);
    if (at == std::string_view::npos) return out;
    out += to;
    text.remove_prefix(at + from.size());
  }
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& letter : out) letter = lower(letter);
  return out;
}

bool equal_ignoring_case(std::string_view one, std::string_view other) {
  if (one.size() != other.size()) return false;
  for (std::size_t at = 0; at < one.size(); ++at)
    if (lower(one[at]) != lower(other[at])) return false;
  return true;
}

bool is_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t at = 0; at < size;) {
    UChar32 letter;
    U8_NEXT(data, at, size, letter);
    if (letter < 0) return false;
  }
  return true;
}

std::string repaired_utf8(std::string_view bytes) {
  if (is_utf8(bytes)) return std::string(bytes);
  std::string out;
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t at = 0; at < size;) {
    const auto start = at;
    UChar32 letter;
    U8_NEXT(data, at, size, letter);
    if (letter < 0) {
      out += "\xEF\xBF\xBD";
    } else {
      out += bytes.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start));
    }
  }
  return out;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (char letter : text) count += (static_cast<unsigned char>(letter) & 0xC0) != 0x80;
  return count;
}

std::string_view cut_utf8(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  return text.substr(0, limit);
}

std::string folded(std::string_view text) {
  if (is_plain_ascii(text)) return with_single_blanks(ascii_lower(text));
  UErrorCode status = U_ZERO_ERROR;
  const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  const auto cased = normalizer(icu::Normalizer2::getNFKCCasefoldInstance).normalize(wide, status);
  std::string out;
  without_marks(cased).toUTF8String(out);
  return with_single_blanks(out);
}

std::string slug_of(std::string_view text, std::size_t limit) {
  std::string out;
  for (char letter : transliterated(folded(text))) {
    const bool keeps = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    if (keeps) {
      out += letter;
    } else if (letter != '\'' && !out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  out.resize(std::min(out.size(), limit));
  while (out.ends_with('-')) out.pop_back();
  return out;
}

}  // namespace rialto
