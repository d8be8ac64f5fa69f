#include "web/percent.h"

#include <algorithm>

#include "base/strings.h"

namespace rialto::web {

namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The byte that "%XX" at `at` stands for, or -1.
int byte_at(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return -1;
  const int high = hex_value(text[at + 1]), low = hex_value(text[at + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool is_unreserved(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

}  // namespace

bool append_decoded_path(std::string& out, std::string_view encoded) {
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    if (encoded[i] != '%') {
      out.push_back(encoded[i]);
      continue;
    }
    const int byte = byte_at(encoded, i);
    if (byte < 0) return false;
    out.push_back(static_cast<char>(byte));
    i += 2;
  }
  return true;
}

void append_decoded_form(std::string& out, std::string_view encoded) {
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    const int byte = encoded[i] == '%' ? byte_at(encoded, i) : -1;
    out.push_back(byte >= 0 ? static_cast<char>(byte) : encoded[i] == '+' ? ' ' : encoded[i]);
    if (byte >= 0) i += 2;
  }
}

std::string percent_encoded(std::string_view text) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const unsigned char c : text) {
    if (is_unreserved(c)) {
      out.push_back(static_cast<char>(c));
    } else {
      out.push_back('%');
      out.push_back(kDigits[c >> 4]);
      out.push_back(kDigits[c & 15]);
    }
  }
  return out;
}

Result<Done> read_urlencoded(std::string_view encoded, std::size_t most, Fields& into) {
  std::string decoded;
  while (!encoded.empty()) {
    const std::size_t end = std::min(encoded.find('&'), encoded.size());
    const std::string_view pair = encoded.substr(0, end);
    encoded.remove_prefix(std::min(end + 1, encoded.size()));
    if (pair.empty()) continue;
    if (into.size() >= most) return Error{"There are more fields than we take (" + std::to_string(most) + ")."};
    const std::size_t equals = std::min(pair.find('='), pair.size());
    decoded.clear();
    append_decoded_form(decoded, pair.substr(0, equals));
    const std::size_t name_size = decoded.size();
    append_decoded_form(decoded, pair.substr(std::min(equals + 1, pair.size())));
    const std::string_view name = std::string_view(decoded).substr(0, name_size);
    const std::string_view value = std::string_view(decoded).substr(name_size);
    if (!is_utf8(name) || !is_utf8(value) || decoded.find('\0') != std::string::npos)
      return Error{"A field is not readable text. Please send text as UTF-8."};
    into.add(name, value);
  }
  return Done{};
}

}  // namespace rialto::web
