// The bytes of one connection, both ways. Nothing here waits: what can't move now is tried again when the worker hears
// that it can.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "web/descriptor.h"

namespace rialto::web {

class Stream {
 public:
  explicit Stream(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}

  int descriptor() const { return descriptor_.number(); }

  enum class State {
    Moved,    // some bytes, at least one
    Blocked,  // none now
    Ended,    // the other side sends no more, or is gone
  };
  struct Moved {
    State state;
    std::size_t size = 0;
  };

  Moved read(char* at, std::size_t size);
  // Of the pieces in their order, without the first `skip` bytes.
  Moved write(std::span<const std::string_view> pieces, std::size_t skip = 0);

  // Nothing more will be written; the other side reads to the end of it.
  void end_writing();
  void close() { descriptor_.close(); }

 private:
  Descriptor descriptor_;
};

}  // namespace rialto::web
