// Reads requests from the bytes of a connection, strictly: whatever two readers could understand differently is
// refused. Knows nothing of sockets.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "web/http.h"

namespace rialto::web {

struct ParserLimits {
  std::size_t head_bytes = 16 * 1024;  // request line and headers together
  std::size_t target_bytes = 8 * 1024;
  std::size_t headers = 100;
};

// Why a request was refused. After a refusal nothing more can be read from the connection.
struct Refusal {
  Status status = Status::BadRequest;
  say::Later message;
};

class RequestParser {
 public:
  explicit RequestParser(ParserLimits limits);
  ~RequestParser();

  enum class State {
    Head,     // the request line and headers are not complete
    Body,     // they are; read_body() may be called once the request was found welcome
    Done,     // the whole request is there
    Refused,  // see refusal()
  };

  // Begins a new request, which will be kept in `request` (cleared before).
  void begin(Request& request);

  // Takes bytes and returns how many were used; what was not used is to be offered again, with more after it.
  // Stops at the end of the head, so that the caller can decide on it: state() is then Body, or Done without a body.
  std::size_t read_head(std::string_view bytes);

  // The same for the body, of which at most `limit` bytes are taken; more is refused with 413. A length declared
  // above the limit is refused before the first byte.
  std::size_t read_body(std::string_view bytes, std::size_t limit);

  State state() const;
  const Refusal& refusal() const;

  // True if the client waits for "100 Continue" before it sends the body.
  bool expects_continue() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rialto::web
