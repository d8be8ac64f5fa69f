// Beast's parser does the grammar; what stands here are the rules that it leaves open.
#include "web/parser.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <optional>

#include "base/strings.h"
#include "say/trouble.h"
#include "web/target.h"

namespace rialto::web {

namespace {

namespace http = boost::beast::http;
using boost::beast::error_code;
using BeastView = boost::beast::string_view;

// Beast's parser wants at least this much before the first chunk; no chunked body is shorter than "0\r\n\r\n".
constexpr std::size_t kShortestChunkedBody = 5;

std::string_view view(BeastView text) {
  return {text.data(), text.size()};
}

Method method_of(http::verb verb) {
  switch (verb) {
    case http::verb::get:
      return Method::Get;
    case http::verb::head:
      return Method::Head;
    case http::verb::post:
      return Method::Post;
    case http::verb::put:
      return Method::Put;
    case http::verb::patch:
      return Method::Patch;
    case http::verb::delete_:
      return Method::Delete;
    case http::verb::options:
      return Method::Options;
    default:
      return Method::Unknown;
  }
}

void append_lower(std::string& out, std::string_view text) {
  for (const char c : text) out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
}

// Keeps what Beast finds in a Request. Fields after a chunked body (trailers) are read over.
class IntoRequest final : public http::basic_parser<true> {
 public:
  explicit IntoRequest(Request& request) : request_(request) { body_limit(boost::none); }

  void on_request_impl(http::verb verb, BeastView method, BeastView target, int version, error_code&) override {
    request_.method = method_of(verb);
    request_.method_text = view(method);
    request_.target = view(target);
    request_.minor_version = version % 10;
  }
  void on_field_impl(http::field, BeastView name, BeastView value, error_code&) override {
    if (is_header_done()) return;
    name_.clear();
    append_lower(name_, view(name));
    request_.headers.add(name_, view(value));
  }
  void on_header_impl(error_code&) override { request_.keep_alive = keep_alive(); }
  void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
  std::size_t on_body_impl(BeastView bytes, error_code&) override {
    request_.body.append(bytes.data(), bytes.size());
    return bytes.size();
  }
  void on_chunk_header_impl(std::uint64_t, BeastView, error_code&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, BeastView bytes, error_code&) override {
    request_.body.append(bytes.data(), bytes.size());
    return bytes.size();
  }
  void on_finish_impl(error_code&) override {}
  void on_response_impl(int, BeastView, int, error_code&) override {}

 private:
  Request& request_;
  std::string name_;
};

Refusal refusal_of(const error_code& error) {
  if (error == http::error::body_limit) return {Status::ContentTooLarge, say::trouble::too_large};
  if (error == http::error::header_limit)
    return {Status::HeadersTooLarge, say::Later::untranslated("The headers of the request are larger than we take.")};
  return {Status::BadRequest, say::Later::untranslated("The request is not written as HTTP/1.1 asks for (" + error.message() + ").")};
}

// "GET / HTTP/3.0" is well formed but not ours; anything else that Beast calls a bad version is just malformed.
bool is_other_version(std::string_view head) {
  const std::string_view line = head.substr(0, head.find('\r'));
  const std::size_t at = line.rfind(" HTTP/");
  if (at == std::string_view::npos) return false;
  const std::string_view version = line.substr(at + 6);
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return !version.empty() && digit(version[0]) &&
         (version.size() == 1 || (version.size() == 3 && version[1] == '.' && digit(version[2])));
}

// The rules beyond Beast's: one Host, one body length, chunked and nothing else.
std::optional<Refusal> check_headers(Request& request, const ParserLimits& limits) {
  const Fields& headers = request.headers;
  const auto bad = [](const char* why) { return Refusal{Status::BadRequest, say::Later::untranslated(why)}; };
  if (headers.size() > limits.headers) return Refusal{Status::HeadersTooLarge, say::Later::untranslated("The request has too many headers.")};
  const std::size_t hosts = headers.count("host");
  if (hosts > 1 || (hosts == 0 && request.minor_version > 0)) return bad("A request needs exactly one Host header.");
  if (hosts == 1 && !is_host(headers.get("host"))) return bad("The Host header does not name a host.");
  append_lower(request.host, headers.get("host"));
  const std::size_t lengths = headers.count("content-length");
  const std::size_t encodings = headers.count("transfer-encoding");
  if (lengths > 1) return bad("The length of the body is given more than once.");
  if (lengths == 1 && headers.get("content-length").find_first_not_of("0123456789") != std::string_view::npos)
    return bad("The length of the body is not a number.");
  if (encodings == 0) return std::nullopt;
  if (lengths > 0 || encodings > 1) return bad("The length of the body is given in two ways.");
  if (request.minor_version == 0) return bad("HTTP/1.0 knows no Transfer-Encoding.");
  if (!equal_ignoring_case(headers.get("transfer-encoding"), "chunked"))
    return Refusal{Status::NotImplemented, say::Later::untranslated("Of the transfer encodings we take only chunked.")};
  return std::nullopt;
}

std::optional<Refusal> check_expectation(const Request& request) {
  if (request.headers.count("expect") == 0) return std::nullopt;
  if (request.headers.count("expect") == 1 && equal_ignoring_case(request.headers.get("expect"), "100-continue"))
    return std::nullopt;
  return Refusal{Status::ExpectationFailed, say::Later::untranslated("The request expects what we do not know; only 100-continue is.")};
}

}  // namespace

struct RequestParser::Impl {
  ParserLimits limits;
  std::optional<IntoRequest> beast;
  Request* request = nullptr;
  State state = State::Head;
  Refusal refusal;
  std::size_t scanned = 0;  // of the head, up to here no end was found
  std::size_t lines = 0;
  std::uint64_t body_limit = 0;
  bool body_begun = false;

  void refuse(Refusal why) {
    state = State::Refused;
    refusal = std::move(why);
  }

  std::size_t scan_head(std::string_view bytes);
  void parse_head(std::string_view head);
  bool begin_body(std::size_t limit);
};

RequestParser::RequestParser(ParserLimits limits) : impl_(std::make_unique<Impl>()) {
  impl_->limits = limits;
}
RequestParser::~RequestParser() = default;

RequestParser::State RequestParser::state() const {
  return impl_->state;
}
const Refusal& RequestParser::refusal() const {
  return impl_->refusal;
}

bool RequestParser::expects_continue() const {
  return impl_->state == State::Body && impl_->request->minor_version > 0 && impl_->request->headers.has("expect");
}

void RequestParser::begin(Request& request) {
  request.clear();
  impl_->request = &request;
  impl_->beast.emplace(request);
  impl_->beast->header_limit(static_cast<std::uint32_t>(impl_->limits.head_bytes + 1));
  impl_->state = State::Head;
  impl_->scanned = 0;
  impl_->lines = 0;
  impl_->body_begun = false;
}

// The size of the head with its empty line, or 0 while it is not complete (or was refused).
std::size_t RequestParser::Impl::scan_head(std::string_view bytes) {
  for (;;) {
    const std::size_t at = bytes.find('\n', scanned);
    // What stands right after a line break is looked at with the next line: it may not be here yet.
    if (at == std::string_view::npos) break;
    if (at == 0 || bytes[at - 1] != '\r') {
      refuse({Status::BadRequest, say::Later::untranslated("A line of the request does not end with CR LF.")});
      return 0;
    }
    const std::size_t start = scanned;
    if (lines > 0 && (bytes[start] == ' ' || bytes[start] == '\t')) {
      refuse({Status::BadRequest, say::Later::untranslated("A header goes on over several lines; that is not taken any more.")});
      return 0;
    }
    scanned = at + 1;
    if (at - start == 1) return scanned;
    if (++lines > limits.headers + 1) {
      refuse({Status::HeadersTooLarge, say::Later::untranslated("The request has too many headers.")});
      return 0;
    }
  }
  if (lines == 0 && bytes.size() > limits.target_bytes)
    refuse({Status::UriTooLong, say::trouble::address_too_long});
  else if (bytes.size() >= limits.head_bytes)
    refuse({Status::HeadersTooLarge, say::Later::untranslated("The headers of the request are larger than we take.")});
  return 0;
}

void RequestParser::Impl::parse_head(std::string_view head) {
  error_code error;
  beast->put({head.data(), head.size()}, error);
  if (error == http::error::bad_version && is_other_version(head))
    return refuse({Status::VersionNotSupported, say::Later::untranslated("We speak HTTP/1.1 and HTTP/1.0.")});
  if (error || !beast->is_header_done()) return refuse(refusal_of(error));
  if (request->target.size() > limits.target_bytes)
    return refuse({Status::UriTooLong, say::trouble::address_too_long});
  if (auto refused = check_headers(*request, limits)) return refuse(std::move(*refused));
  if (auto refused = check_expectation(*request)) return refuse(std::move(*refused));
  if (const auto read = read_target(*request); !read) return refuse({Status::BadRequest, say::trouble::address_broken});
  state = beast->is_done() ? State::Done : State::Body;
}

std::size_t RequestParser::read_head(std::string_view bytes) {
  // An empty line before a request is passed over, as RFC 9112 (2.2) asks.
  if (impl_->scanned == 0 && bytes.substr(0, 2) == "\r\n") return 2;
  const std::size_t size = impl_->scan_head(bytes);
  if (size == 0) return 0;
  if (size > impl_->limits.head_bytes) {
    impl_->refuse({Status::HeadersTooLarge, say::Later::untranslated("The headers of the request are larger than we take.")});
    return 0;
  }
  impl_->parse_head(bytes.substr(0, size));
  return size;
}

bool RequestParser::Impl::begin_body(std::size_t limit) {
  body_begun = true;
  const auto length = beast->content_length();
  if (length && *length > limit) {
    refuse(refusal_of(http::error::body_limit));
    return false;
  }
  beast->body_limit(limit);
  return true;
}

std::size_t RequestParser::read_body(std::string_view bytes, std::size_t limit) {
  Impl& impl = *impl_;
  if (!impl.body_begun) {
    if (!impl.begin_body(limit)) return 0;
  }
  std::size_t used = 0;
  if (impl.beast->chunked() && impl.request->body.empty() && bytes.size() < kShortestChunkedBody) return 0;
  while (used < bytes.size() && !impl.beast->is_done()) {
    error_code error;
    used += impl.beast->put({bytes.data() + used, bytes.size() - used}, error);
    if (error == http::error::need_more) {
      // A chunk's size, its extensions and the trailers are bounded like the head.
      if (bytes.size() - used >= impl.limits.head_bytes) impl.refuse(refusal_of(http::error::header_limit));
      break;
    }
    if (error) {
      impl.refuse(refusal_of(error));
      return used;
    }
  }
  if (impl.beast->is_done()) impl.state = State::Done;
  return used;
}

}  // namespace rialto::web
