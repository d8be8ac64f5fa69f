#include "web/target.h"

#include <algorithm>

#include "base/strings.h"
#include "web/percent.h"

namespace rialto::web {

namespace {

constexpr std::size_t kLongestHost = 255;

bool has_dot_segment(std::string_view path) {
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view segment = path.substr(0, end);
    if (segment == "." || segment == "..") return true;
    path.remove_prefix(end);
  }
  return false;
}

bool has_encoded_slash(std::string_view raw) {
  for (std::size_t at = raw.find('%'); at != std::string_view::npos; at = raw.find('%', at + 1))
    if (at + 2 < raw.size() && raw[at + 1] == '2' && (raw[at + 2] == 'f' || raw[at + 2] == 'F')) return true;
  return false;
}

bool is_forbidden_in_path(unsigned char c) {
  return c < 0x20 || c == 0x7f || c == '\\';
}

bool is_clean_path(std::string_view path) {
  return path.find("//") == std::string_view::npos && !has_dot_segment(path) &&
         std::none_of(path.begin(), path.end(), is_forbidden_in_path) && is_utf8(path);
}

// "http://host/path" → host; leaves "/path" in `raw`. False if there is no valid host.
bool take_authority(std::string_view& raw, std::string& host) {
  raw.remove_prefix(raw.find("://") + 3);
  const std::size_t end = std::min(raw.find_first_of("/?"), raw.size());
  if (!is_host(raw.substr(0, end))) return false;
  host = ascii_lower(raw.substr(0, end));
  raw.remove_prefix(end);
  return true;
}

bool is_absolute(std::string_view raw) {
  return equal_ignoring_case(raw.substr(0, 7), "http://") || equal_ignoring_case(raw.substr(0, 8), "https://");
}

}  // namespace

bool is_host(std::string_view text) {
  return !text.empty() && text.size() <= kLongestHost && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
           c == '_' || c == ':' || c == '[' || c == ']';
  });
}

Result<Done> read_target(Request& request) {
  const Error malformed{"This address is not written as an address can be. Please check it."};
  std::string_view raw = request.target;
  if (raw.find('#') != std::string_view::npos) return malformed;
  if (is_absolute(raw) && !take_authority(raw, request.host)) return malformed;
  const std::size_t question = std::min(raw.find('?'), raw.size());
  const std::string_view path = raw.substr(0, question);
  if (path == "*" && request.method == Method::Options) {
    request.path = path;
    return Done{};
  }
  request.path.clear();
  if (path.empty() && raw.data() != request.target.data()) request.path = "/";  // "http://host"
  if (has_encoded_slash(path) || !append_decoded_path(request.path, path)) return malformed;
  if (request.path.empty() || request.path.front() != '/' || !is_clean_path(request.path)) return malformed;
  return read_urlencoded(raw.substr(std::min(question + 1, raw.size())), kMostParameters, request.query);
}

}  // namespace rialto::web
