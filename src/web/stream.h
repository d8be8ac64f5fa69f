// The bytes of one connection, both ways, encrypted or not. Nothing here waits: what can't move now is tried again when the
// worker hears that it can.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "web/descriptor.h"
#include "web/tls.h"

namespace rialto::web {

class Stream {
 public:
  // `tls`: for an encrypted connection, on the same descriptor.
  explicit Stream(Descriptor descriptor, TlsSession tls = nullptr) : descriptor_(std::move(descriptor)), tls_(std::move(tls)) {}

  int descriptor() const { return descriptor_.number(); }
  bool is_encrypted() const { return tls_ != nullptr; }

  enum class State {
    Moved,        // some bytes, at least one
    WantsBytes,   // none now: it goes on when bytes have come
    WantsRoom,    // none now: it goes on when bytes can be sent
    Ended,        // the other side sends no more, or is gone
  };
  struct Moved {
    State state;
    std::size_t size = 0;
  };

  Moved read(char* at, std::size_t size);
  // Of the pieces in their order, without the first `skip` bytes.
  Moved write(std::span<const std::string_view> pieces, std::size_t skip = 0);
  // Bytes that have come already and that the worker won't hear of again.
  bool holds_bytes() const;

  // Nothing more will be written; the other side reads to the end of it.
  void end_writing();
  void close();

 private:
  Moved outcome_of(int result, std::size_t size);

  Descriptor descriptor_;
  TlsSession tls_;
};

}  // namespace rialto::web
