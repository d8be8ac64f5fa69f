#include "web/origin_check.h"

#include "base/strings.h"

namespace rialto::web {

namespace {

// "films.example:443" is "films.example" where the scheme is https.
std::string_view without_port(std::string_view host, std::string_view port) {
  return host.ends_with(port) ? host.substr(0, host.size() - port.size()) : host;
}

bool names_our_host(std::string_view origin, const Request& request) {
  const bool by_tls = origin.starts_with("https://");
  if (!by_tls && (request.secure || !origin.starts_with("http://"))) return false;
  const std::string_view port = by_tls ? ":443" : ":80";
  const std::string_view theirs = origin.substr(by_tls ? 8 : 7);
  return !theirs.empty() && equal_ignoring_case(without_port(theirs, port), without_port(request.host, port));
}

}  // namespace

Origin origin_of(const Request& request) {
  if (is_safe(request.method)) return Origin::Ours;
  const Fields& headers = request.headers;
  if (headers.count("sec-fetch-site") > 1 || headers.count("origin") > 1) return Origin::Foreign;
  if (const auto site = headers.find("sec-fetch-site"))
    return *site == "same-origin" || *site == "none" ? Origin::Ours : Origin::Foreign;
  if (const auto origin = headers.find("origin"))
    return names_our_host(*origin, request) ? Origin::Ours : Origin::Foreign;
  return headers.has("cookie") ? Origin::Foreign : Origin::Ours;
}

}  // namespace rialto::web
