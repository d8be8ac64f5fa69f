#include "web/head.h"

#include <charconv>
#include <cstring>
#include <stdexcept>

namespace rialto::web {

namespace {

constexpr std::string_view kEveryAnswer =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "X-Frame-Options: DENY\r\n"
    "Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()\r\n";

void append_number(std::string& out, std::size_t number) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

bool breaks_line(std::string_view value) {
  const auto holds = [value](char letter) { return std::memchr(value.data(), letter, value.size()) != nullptr; };
  return !value.empty() && (holds('\r') || holds('\n') || holds('\0'));
}

void append_header(std::string& out, std::string_view name, std::string_view value) {
  if (breaks_line(value)) throw std::logic_error("web: a header holds a line break: " + std::string(name));
  out.append(name).append(": ").append(value).append("\r\n");
}

void append_status(std::string& out, Status status) {
  out.append("HTTP/1.1 ");
  append_number(out, static_cast<std::size_t>(status));
  out.append(" ").append(reason_of(status)).append("\r\n");
}

bool has_no_body(Status status) {
  return status == Status::NotModified || status == Status::NoContent;
}

void append_body_headers(std::string& out, const Answer& answer) {
  append_header(out, "Content-Type", answer.response.type);
  if (answer.coding != Coding::Identity)
    append_header(out, "Content-Encoding", answer.coding == Coding::Brotli ? "br" : "gzip");
  out.append("Content-Length: ");
  append_number(out, size_of(answer.body()));
  out.append("\r\n");
}

void append_policy(std::string& out, std::string_view policy) {
  if (!policy.empty()) return append_header(out, "Content-Security-Policy", policy);
  static const std::string strict = "Content-Security-Policy: " + std::string(kStrictPolicy) + "\r\n";
  out.append(strict);
}

void append_caching(std::string& out, const Answer& answer) {
  const Response& response = answer.response;
  append_header(out, "Cache-Control", response.cache_control);
  if (answer.varies) out.append("Vary: Accept-Encoding\r\n");
  // Weak: the codings of one page share it.
  if (!response.etag.empty()) {
    out.append("ETag: W/\"");
    out.append(response.etag).append("\"\r\n");
  }
  if (!response.last_modified.empty()) append_header(out, "Last-Modified", response.last_modified);
}

}  // namespace

void append_head(std::string& out, const Request& request, const Answer& answer, std::string_view date, After after) {
  const Response& response = answer.response;
  append_status(out, response.status);
  out.append("Date: ").append(date).append("\r\n");
  if (!has_no_body(response.status)) append_body_headers(out, answer);
  append_caching(out, answer);
  // What 304 says takes the place of what the page said when it came (RFC 9111, 3.2): its policy fits it still.
  if (response.status != Status::NotModified) {
    out.append(kEveryAnswer);
    append_policy(out, response.csp);
  }
  for (const auto& [name, value] : response.headers) append_header(out, name, value);
  for (const Cookie& cookie : response.cookies) {
    out.append("Set-Cookie: ");
    append_set_cookie(out, cookie, request.secure ? Wire::Secure : Wire::Plain);
    out.append("\r\n");
  }
  if (after == After::Close)
    out.append("Connection: close\r\n");
  else if (request.minor_version == 0)
    out.append("Connection: keep-alive\r\n");
  out.append("\r\n");
}

}  // namespace rialto::web
