// Everything that reads foreign bytes of HTTP. The first byte chooses the reader.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "web/compress.h"
#include "web/cookie.h"
#include "web/dispatch.h"
#include "web/form.h"
#include "web/forwarded.h"
#include "web/parser.h"
#include "web/percent.h"
#include "web/target.h"

using namespace rialto;
using namespace rialto::web;

namespace {

constexpr std::size_t kBodyLimit = 64 * 1024;

void require(bool holds) {
  if (!holds) std::abort();
}

struct Outcome {
  RequestParser::State state;
  Request request;
  std::size_t used;
};

// Reads one request that arrives in steps of `step` bytes.
Outcome read_in_steps(std::string_view bytes, std::size_t step) {
  Outcome outcome;
  RequestParser parser{ParserLimits{}};
  parser.begin(outcome.request);
  std::size_t used = 0, arrived = 0;
  while (arrived < bytes.size()) {
    arrived = std::min(arrived + step, bytes.size());
    for (;;) {
      const std::string_view here = bytes.substr(used, arrived - used);
      if (here.empty()) break;
      const bool head = parser.state() == RequestParser::State::Head;
      if (!head && parser.state() != RequestParser::State::Body) break;
      const std::size_t taken = head ? parser.read_head(here) : parser.read_body(here, kBodyLimit);
      require(taken <= here.size());
      if (taken == 0) break;
      used += taken;
    }
  }
  outcome.state = parser.state();
  outcome.used = used;
  return outcome;
}

void check_request(const Request& request) {
  require(is_utf8(request.path) && (request.path.empty() || request.path[0] == '/' || request.path == "*"));
  require(request.path.find("//") == std::string::npos && request.path.find("/../") == std::string::npos);
  require(request.path.find('\0') == std::string::npos && !request.path.ends_with("/.."));
  for (std::size_t i = 0; i < request.query.size(); ++i) require(is_utf8(request.query[i].value));
  require(request.body.size() <= kBodyLimit);
}

// However the bytes are cut into packets, the same request is read.
void fuzz_request(std::string_view bytes) {
  const Outcome whole = read_in_steps(bytes, bytes.size() + 1), single = read_in_steps(bytes, 1);
  if (whole.state == RequestParser::State::Done) {
    check_request(whole.request);
    require(single.state == whole.state && single.used == whole.used);
    require(single.request.path == whole.request.path && single.request.body == whole.request.body);
  }
  if (single.state == RequestParser::State::Done) require(whole.state == single.state);
}

void fuzz_target(std::string_view bytes) {
  Request request;
  request.target = bytes;
  if (read_target(request)) check_request(request);
}

void fuzz_form(std::string_view bytes) {
  Fields fields;
  if (!read_urlencoded(bytes, 1000, fields)) return;
  std::string again;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    require(is_utf8(fields[i].name) && is_utf8(fields[i].value));
    again += (i ? "&" : "") + percent_encoded(fields[i].name) + "=" + percent_encoded(fields[i].value);
  }
  Fields reread;
  require(static_cast<bool>(read_urlencoded(again, 1000, reread)) && reread.size() == fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) require(reread[i].value == fields[i].value);
}

void fuzz_multipart(std::string_view bytes) {
  Fields form;
  std::vector<Upload> uploads;
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  (void)read_multipart(bytes.substr(0, end), bytes.substr(end), form, uploads);
  form.clear();
  uploads.clear();
  if (read_multipart("multipart/form-data; boundary=b", bytes, form, uploads)) return;
  for (std::size_t i = 0; i < form.size(); ++i) require(is_utf8(form[i].value));
}

void fuzz_headers(std::string_view bytes) {
  Request request;
  read_cookies(bytes, request.cookies);
  (void)best_coding(bytes);
  request.headers.add("x-forwarded-for", bytes);
  request.headers.add("x-forwarded-proto", bytes);
  set_visitor(request, "127.0.0.1", Wire::Plain, {"127.0.0.1"});
  require(!request.remote.empty());
  request.headers.add("if-none-match", bytes);
  const Router router{std::vector<Route>()};
  Response response = page("x");
  response.etag = "v1";
  (void)Dispatch(router, plain_error_page).finish(request, std::move(response));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 5) {
    case 0:
      fuzz_request(bytes);
      break;
    case 1:
      fuzz_target(bytes);
      break;
    case 2:
      fuzz_form(bytes);
      break;
    case 3:
      fuzz_multipart(bytes);
      break;
    default:
      fuzz_headers(bytes);
  }
  return 0;
}
