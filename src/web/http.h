// What a page handler is given and what it gives back. Handlers are plain functions: Response handler(const Request&).
// By the time a handler runs, the request is whole, bounded, UTF-8 where it should be text, and of this origin
// (web/origin_check.h); a handler only reads its fields.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "say/say.h"
#include "web/cookie.h"
#include "web/fields.h"

namespace rialto::web {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options, Unknown };

std::string_view name_of(Method method);

// True for methods that only read; every other one must show where it comes from.
inline bool is_safe(Method method) {
  return method == Method::Get || method == Method::Head || method == Method::Options;
}

enum class Status {
  Ok = 200,
  Created = 201,
  Accepted = 202,
  NoContent = 204,
  MovedPermanently = 301,
  Found = 302,
  SeeOther = 303,
  NotModified = 304,
  BadRequest = 400,
  Unauthorized = 401,
  Forbidden = 403,
  NotFound = 404,
  MethodNotAllowed = 405,
  RequestTimeout = 408,
  Conflict = 409,
  Gone = 410,
  ContentTooLarge = 413,
  UriTooLong = 414,
  UnsupportedMediaType = 415,
  ExpectationFailed = 417,
  UnprocessableContent = 422,
  TooManyRequests = 429,
  HeadersTooLarge = 431,
  InternalError = 500,
  NotImplemented = 501,
  ServiceUnavailable = 503,
  VersionNotSupported = 505,
};

std::string_view reason_of(Status status);

// A file that came with a multipart form.
struct Upload {
  std::string field;
  std::string filename;  // as the browser said: never a path to open
  std::string type;      // as the browser said: never to be believed
  std::string bytes;
};

// What names a page, and is the same for everybody who asks for it.
struct Address {
  std::string path;  // decoded, UTF-8, begins with "/", without "//", "." and ".." segments or control characters
  Fields query;      // decoded, UTF-8
  Fields params;     // what stood at the {names} of the route's pattern
};

struct Request : Address {
  Method method = Method::Get;
  std::string method_text;  // as it came, for methods unknown to us
  std::string target;       // as it came: "/films?page=2"
  Fields headers;           // names in lower case
  Fields cookies;
  Fields form;  // decoded, UTF-8; of an unsafe request to a route that takes forms
  std::vector<Upload> uploads;
  std::string body;       // as it came; empty once it was read as a form
  std::string host;       // "films.example:8080", in lower case
  std::string remote;     // address of the visitor, behind a trusted proxy too
  bool secure = false;    // came by TLS, or a trusted proxy says so
  int minor_version = 1;  // HTTP/1.x
  bool keep_alive = true;
  std::int64_t id = 0;  // for the log and the page of a failure

  // For the next request on a connection: everything as new, memory kept.
  void clear();
};

enum class Coding { Identity, Gzip, Brotli };

// A body that is kept ready in every coding, made once and shared by many responses. See web/compress.h.
struct Stored {
  std::string identity;
  std::string gzip;    // empty: not kept in this coding
  std::string brotli;  // the same
};

// Whether the body still has the mark where the viewer's hole belongs (web/view/hole.h); it is filled in before sending.
enum class Hole { None, Open };

struct Shown;

// A page with its hole filled: halves that many answers share (web/splice.h), and what is the viewer's, in their coding.
class Halves;
struct Spliced {
  std::shared_ptr<const Halves> halves;
  std::string hole;
  std::string end;  // behind the second half: gzip's checksum
};

using Content = std::variant<std::string, std::shared_ptr<const std::string>, std::shared_ptr<const Stored>, Spliced>;

// A body as it is sent, piece after piece; the last may be empty. They live as long as the body does, and it stays where
// it is.
inline constexpr std::size_t kMostPieces = 4;
using Pieces = std::array<std::string_view, kMostPieces>;

struct Response {
  Status status = Status::Ok;
  std::string type = "text/html; charset=utf-8";
  Content body;
  Hole hole = Hole::None;
  std::shared_ptr<const Shown> shown;  // what on the page can be new to a member (web/shown.h); may be empty
  // Set by a handler that gives its body compressed already; the server then leaves it alone and says so.
  Coding coding = Coding::Identity;
  // Opaque, without quotes. With one, If-None-Match is answered by 304. The same for every coding.
  std::string etag;
  std::string last_modified;                        // as http_text() writes it
  std::string cache_control = "private, no-cache";  // a page of the site may be kept but is asked for again
  std::string csp;                                  // empty: kStrictPolicy
  std::vector<Cookie> cookies;
  std::vector<std::pair<std::string, std::string>> headers;  // others; never with line breaks
  // With a status of 400 and above and an empty body: the sentence that the error page shows.
  say::Later message;
};

using Handler = std::function<Response(const Request&)>;

// What every page says of where its parts may come from, unless the response brings its own.
inline constexpr std::string_view kStrictPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src "
    "'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

// kStrictPolicy that also admits the inline <style> and <script> elements bearing this nonce.
std::string policy_with_nonce(std::string_view nonce);

Response page(std::string html);
Response text(std::string plain);
Response json(std::string bytes);
Response bytes(std::string type, std::string body);
// After a form was taken: the browser asks for `address` with GET. The address begins with "/" and is ours.
Response redirect_303(std::string address);
// For addresses that changed for good: words of a title, a trailing slash.
Response redirect_301(std::string address);
// An error that the error page shows with this sentence: what is wrong and what to do next.
Response problem(Status status, say::Later message);
Response not_found();
Response forbidden(say::Later message);
Response bad_request(say::Later message);
// For what went wrong on our side.
Response broken();
// 503 with Retry-After.
Response too_busy();

// Where to go after signing in and the like: `address` if it is a path of this site, otherwise `otherwise`.
std::string local_address(std::string_view address, std::string_view otherwise = "/");

Pieces pieces_of(const Content& body, Coding coding = Coding::Identity);
std::size_t size_of(const Pieces& pieces);

}  // namespace rialto::web
