#include "web/forwarded.h"

#include <algorithm>

#include "base/strings.h"

namespace rialto::web {

namespace {

bool is_trusted(std::string_view address, const std::vector<std::string>& proxies) {
  return std::find(proxies.begin(), proxies.end(), address) != proxies.end();
}

bool looks_like_address(std::string_view text) {
  return !text.empty() && text.size() <= 45 &&
         text.find_first_not_of("0123456789abcdefABCDEF.:") == std::string_view::npos;
}

}  // namespace

void set_visitor(Request& request, std::string_view peer, Wire wire, const std::vector<std::string>& trusted_proxies) {
  request.remote = peer;
  request.secure = wire == Wire::Secure;
  if (trusted_proxies.empty() || !is_trusted(peer, trusted_proxies)) return;
  const auto protocols = request.headers.all("x-forwarded-proto");
  if (!protocols.empty() && equal_ignoring_case(trimmed(split(protocols.back(), ',').back()), "https"))
    request.secure = true;
  const auto headers = request.headers.all("x-forwarded-for");
  for (auto header = headers.rbegin(); header != headers.rend(); ++header) {
    const auto addresses = split(*header, ',');
    for (auto at = addresses.rbegin(); at != addresses.rend(); ++at) {
      const std::string_view address = trimmed(*at);
      if (!looks_like_address(address)) return;
      request.remote = address;
      if (!is_trusted(address, trusted_proxies)) return;
    }
  }
}

bool is_from_here(const Request& request) {
  for (const auto* const header : {"x-forwarded-for", "forwarded", "via"})
    if (request.headers.has(header)) return false;
  const std::string_view remote = request.remote;
  return remote == "::1" || remote.starts_with("127.") || remote.starts_with("::ffff:127.");
}

}  // namespace rialto::web
