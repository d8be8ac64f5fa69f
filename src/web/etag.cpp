#include "web/etag.h"

#include "base/strings.h"

namespace rialto::web {

namespace {

// If-None-Match is a list of tags or "*"; tags are compared weakly.
bool names_tag(std::string_view list, std::string_view tag) {
  if (trimmed(list) == "*") return true;
  for (std::size_t at = list.find('"'); at != std::string_view::npos; at = list.find('"', at + 1)) {
    const std::size_t end = list.find('"', at + 1);
    if (end == std::string_view::npos) return false;
    if (list.substr(at + 1, end - at - 1) == tag) return true;
    at = end;
  }
  return false;
}

}  // namespace

bool has_current(const Request& request, std::string_view tag) {
  if (tag.empty() || !is_safe(request.method)) return false;
  const auto tags = request.headers.find("if-none-match");
  return tags && names_tag(*tags, tag);
}

}  // namespace rialto::web
