// Cookies as RFC 6265 has them: read leniently from foreign programs, written strictly by us.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rialto::web {

class Fields;

// A cookie to be set. It is always HttpOnly, SameSite=Lax and for the whole site, and Secure where the request was.
struct Cookie {
  std::string name;
  std::string value;                            // only what is_cookie_value() takes
  std::optional<std::int64_t> seconds_to_live;  // nothing: until the browser closes; 0: forget it now
};

inline Cookie forget_cookie(std::string name) {
  return {std::move(name), "", 0};
}

// Visible ASCII without quotes, comma, semicolon and backslash.
bool is_cookie_value(std::string_view value);

// Adds what a Cookie header holds; pieces that are no name=value pair are passed over, as browsers and servers do.
// At most 100 cookies are read.
void read_cookies(std::string_view header, Fields& into);

enum class Wire { Plain, Secure };

// Appends the value of a Set-Cookie header: "name=value; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure".
// Throws std::logic_error for a name or value that would break out of it.
void append_set_cookie(std::string& out, const Cookie& cookie, Wire wire);

}  // namespace rialto::web
