#include "text/escape.h"

#include <array>

#include "base/strings.h"
#include "text/mint.h"

namespace rialto::text {

namespace {

using Flags = std::array<bool, 256>;

constexpr Flags flags_of(std::string_view letters) {
  Flags flags{};
  for (char letter : letters) flags[static_cast<unsigned char>(letter)] = true;
  return flags;
}

constexpr Flags kText = flags_of("&<>");
constexpr Flags kAttribute = flags_of("&<>\"'");
constexpr Flags kInUrl = flags_of("&<>\"' \\^`{|}");
constexpr Flags kPlainInQuery = flags_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

std::string_view entity_of(char letter) {
  switch (letter) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return "&#39;";
  }
}

void append_percent(std::string& out, char letter) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(letter);
  out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
}

// Appends the words; `replace` writes each flagged byte, everything between is copied in runs.
template <class Replace>
void append_runs(std::string& out, std::string_view words, const Flags& flagged, Replace replace) {
  const char* from = words.data();
  const char* const end = from + words.size();
  for (const char* at = from; at != end; ++at) {
    if (!flagged[static_cast<unsigned char>(*at)]) continue;
    out.append(from, at);
    replace(*at);
    from = at + 1;
  }
  out.append(from, end);
}

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && equal_ignoring_case(text.substr(0, start.size()), start);
}

}  // namespace

SafeHtml SafeHtml::escaped(std::string_view words) {
  std::string html;
  append_text(html, words);
  return SafeHtml(std::move(html));
}

void append_text(std::string& out, std::string_view words) {
  append_runs(out, words, kText, [&](char letter) { out += entity_of(letter); });
}

void append_attribute(std::string& out, std::string_view words) {
  append_runs(out, words, kAttribute, [&](char letter) { out += entity_of(letter); });
}

void append_url_attribute(std::string& out, std::string_view address) {
  if (!is_allowed_address(address)) {
    out += '#';
    return;
  }
  append_runs(out, address, kInUrl, [&](char letter) {
    if (letter == '&' || letter == '\'') {
      out += entity_of(letter);
    } else {
      append_percent(out, letter);
    }
  });
}

void append_query(std::string& out, std::string_view words) {
  for (char letter : words) {
    if (kPlainInQuery[static_cast<unsigned char>(letter)]) {
      out += letter;
    } else {
      append_percent(out, letter);
    }
  }
}

bool is_allowed_address(std::string_view address) {
  for (char letter : address)
    if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F) return false;
  if (address.empty()) return false;
  if (address[0] == '/' || address[0] == '?' || address[0] == '#') return true;
  return starts_with_ignoring_case(address, "https://") || starts_with_ignoring_case(address, "http://") ||
         starts_with_ignoring_case(address, "mailto:");
}

}  // namespace rialto::text
