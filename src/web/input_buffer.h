// Bytes that were read from a connection and not yet used. Grows while a request needs it and shrinks afterwards, so
// that thousands of idle connections stay cheap.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rialto::web {

class InputBuffer {
 public:
  InputBuffer() : bytes_(kFirstSize, '\0') {}

  struct Room {
    char* at;
    std::size_t size;
  };

  // Where the next bytes may be written: never empty, and at least `wish` bytes if nothing is kept.
  Room room(std::size_t wish = 0);
  // So many were written there.
  void wrote(std::size_t size) { end_ += size; }

  std::string_view unread() const { return std::string_view(bytes_).substr(begin_, end_ - begin_); }
  bool empty() const { return begin_ == end_; }
  void use(std::size_t size) { begin_ += size; }
  void drop() { begin_ = end_ = 0; }
  // Gives memory back if nothing is kept.
  void shrink();

 private:
  static constexpr std::size_t kFirstSize = 4 * 1024;
  std::string bytes_;
  std::size_t begin_ = 0, end_ = 0;
};

}  // namespace rialto::web
