#include "web/input_buffer.h"

#include <cstring>

namespace rialto::web {

InputBuffer::Room InputBuffer::room(std::size_t wish) {
  if (begin_ > 0) {
    std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (bytes_.size() < wish) bytes_.resize(wish);
  if (end_ == bytes_.size()) bytes_.resize(bytes_.size() * 2);
  return {bytes_.data() + end_, bytes_.size() - end_};
}

void InputBuffer::shrink() {
  if (empty() && bytes_.size() > kFirstSize) {
    drop();
    std::string(kFirstSize, '\0').swap(bytes_);
  }
}

}  // namespace rialto::web
