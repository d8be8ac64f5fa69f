#include "web/cookie.h"

#include <algorithm>
#include <stdexcept>

#include "base/strings.h"
#include "web/fields.h"

namespace rialto::web {

namespace {

constexpr std::size_t kMostCookies = 100;

bool is_token_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

bool is_cookie_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), is_token_character);
}

std::string_view unquoted(std::string_view value) {
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"') return value.substr(1, value.size() - 2);
  return value;
}

}  // namespace

bool is_cookie_value(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](unsigned char c) {
    return c > 0x20 && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\';
  });
}

void read_cookies(std::string_view header, Fields& into) {
  while (!header.empty() && into.size() < kMostCookies) {
    const std::size_t end = std::min(header.find(';'), header.size());
    const std::string_view pair = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view name = trimmed(pair.substr(0, equals));
    if (!name.empty()) into.add(name, unquoted(trimmed(pair.substr(equals + 1))));
  }
}

void append_set_cookie(std::string& out, const Cookie& cookie, Wire wire) {
  if (!is_cookie_name(cookie.name) || !is_cookie_value(cookie.value))
    throw std::logic_error("web: the cookie " + cookie.name + " holds what a cookie may not hold");
  out.append(cookie.name).append("=").append(cookie.value).append("; Path=/; HttpOnly; SameSite=Lax");
  if (cookie.seconds_to_live) out.append("; Max-Age=").append(std::to_string(*cookie.seconds_to_live));
  if (wire == Wire::Secure) out.append("; Secure");
}

}  // namespace rialto::web
