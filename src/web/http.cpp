#include "web/http.h"

#include <algorithm>

#include "say/trouble.h"
#include "web/splice.h"

namespace rialto::web {

std::string_view name_of(Method method) {
  switch (method) {
    case Method::Get:
      return "GET";
    case Method::Head:
      return "HEAD";
    case Method::Post:
      return "POST";
    case Method::Put:
      return "PUT";
    case Method::Patch:
      return "PATCH";
    case Method::Delete:
      return "DELETE";
    case Method::Options:
      return "OPTIONS";
    case Method::Unknown:
      break;
  }
  return "?";
}

std::string_view reason_of(Status status) {
  switch (status) {
    case Status::Ok:
      return "OK";
    case Status::Created:
      return "Created";
    case Status::Accepted:
      return "Accepted";
    case Status::NoContent:
      return "No Content";
    case Status::MovedPermanently:
      return "Moved Permanently";
    case Status::Found:
      return "Found";
    case Status::SeeOther:
      return "See Other";
    case Status::NotModified:
      return "Not Modified";
    case Status::BadRequest:
      return "Bad Request";
    case Status::Unauthorized:
      return "Unauthorized";
    case Status::Forbidden:
      return "Forbidden";
    case Status::NotFound:
      return "Not Found";
    case Status::MethodNotAllowed:
      return "Method Not Allowed";
    case Status::RequestTimeout:
      return "Request Timeout";
    case Status::Conflict:
      return "Conflict";
    case Status::Gone:
      return "Gone";
    case Status::ContentTooLarge:
      return "Content Too Large";
    case Status::UriTooLong:
      return "URI Too Long";
    case Status::UnsupportedMediaType:
      return "Unsupported Media Type";
    case Status::ExpectationFailed:
      return "Expectation Failed";
    case Status::UnprocessableContent:
      return "Unprocessable Content";
    case Status::TooManyRequests:
      return "Too Many Requests";
    case Status::HeadersTooLarge:
      return "Request Header Fields Too Large";
    case Status::InternalError:
      return "Internal Server Error";
    case Status::NotImplemented:
      return "Not Implemented";
    case Status::ServiceUnavailable:
      return "Service Unavailable";
    case Status::VersionNotSupported:
      return "HTTP Version Not Supported";
  }
  return "Unknown";
}

void Request::clear() {
  method = Method::Get;
  for (std::string* text : {&method_text, &target, &path, &body, &host, &remote}) text->clear();
  for (Fields* fields : {&query, &params, &headers, &cookies, &form}) fields->clear();
  uploads.clear();
  secure = false;
  minor_version = 1;
  keep_alive = true;
  id = 0;
}

std::string policy_with_nonce(std::string_view nonce) {
  std::string policy(kStrictPolicy);
  const std::string source = " 'nonce-" + std::string(nonce) + "'";
  for (const std::string_view directive : {"style-src 'self'", "script-src 'self'"})
    policy.insert(policy.find(directive) + directive.size(), source);
  return policy;
}

Response page(std::string html) {
  Response response;
  response.body = std::move(html);
  return response;
}

Response text(std::string plain) {
  return bytes("text/plain; charset=utf-8", std::move(plain));
}

Response json(std::string bytes_) {
  return bytes("application/json", std::move(bytes_));
}

Response bytes(std::string type, std::string body) {
  Response response;
  response.type = std::move(type);
  response.body = std::move(body);
  return response;
}

namespace {

Response redirect(Status status, std::string address) {
  Response response;
  response.status = status;
  response.cache_control = "no-store";
  response.headers.emplace_back("Location", std::move(address));
  return response;
}

}  // namespace

Response redirect_303(std::string address) {
  return redirect(Status::SeeOther, std::move(address));
}

Response redirect_301(std::string address) {
  return redirect(Status::MovedPermanently, std::move(address));
}

Response problem(Status status, say::Later message) {
  Response response;
  response.status = status;
  response.cache_control = "no-store";
  response.message = std::move(message);
  return response;
}

Response not_found() {
  return problem(Status::NotFound, say::trouble::nothing_here);
}
Response forbidden(say::Later message) {
  return problem(Status::Forbidden, std::move(message));
}
Response bad_request(say::Later message) {
  return problem(Status::BadRequest, std::move(message));
}

Response broken() {
  return problem(Status::InternalError, say::trouble::broken);
}

Response too_busy() {
  Response response = problem(Status::ServiceUnavailable, say::trouble::too_busy);
  response.headers.emplace_back("Retry-After", "5");
  return response;
}

std::string local_address(std::string_view address, std::string_view otherwise) {
  // "//host", "/\host" and control characters are read by browsers as the way to another site.
  const bool ours = !address.empty() && address[0] == '/' &&
                    (address.size() == 1 || (address[1] != '/' && address[1] != '\\')) &&
                    std::all_of(address.begin(), address.end(), [](unsigned char c) { return c > 0x20 && c < 0x7f; });
  return std::string(ours ? address : otherwise);
}

namespace {

std::string_view kept_as(const Stored& stored, Coding coding) {
  return coding == Coding::Brotli ? stored.brotli : coding == Coding::Gzip ? stored.gzip : stored.identity;
}

}  // namespace

Pieces pieces_of(const Content& body, Coding coding) {
  if (const auto* own = std::get_if<std::string>(&body)) return {*own};
  if (const auto* spliced = std::get_if<Spliced>(&body))
    return {spliced->halves->before(), spliced->hole, spliced->halves->after(), spliced->end};
  if (const auto* shared = std::get_if<std::shared_ptr<const std::string>>(&body))
    return {*shared ? std::string_view(**shared) : std::string_view()};
  const auto& stored = std::get<std::shared_ptr<const Stored>>(body);
  return {stored ? kept_as(*stored, coding) : std::string_view()};
}

std::size_t size_of(const Pieces& pieces) {
  std::size_t size = 0;
  for (const auto piece : pieces) size += piece.size();
  return size;
}

}  // namespace rialto::web
