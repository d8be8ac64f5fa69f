#include "web/stream.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace rialto::web {

namespace {

constexpr std::size_t kMostParts = 8;

Stream::Moved outcome_of(ssize_t size) {
  if (size > 0) return {Stream::State::Moved, static_cast<std::size_t>(size)};
  const bool later = size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
  return {later ? Stream::State::Blocked : Stream::State::Ended};
}

}  // namespace

Stream::Moved Stream::read(char* at, std::size_t size) {
  return outcome_of(recv(descriptor_.number(), at, size, 0));
}

Stream::Moved Stream::write(std::span<const std::string_view> pieces, std::size_t skip) {
  std::array<iovec, kMostParts> parts;
  msghdr message{};
  message.msg_iov = parts.data();
  for (auto piece : pieces.first(std::min(pieces.size(), kMostParts))) {
    const std::size_t passed = std::min(skip, piece.size());
    skip -= passed;
    piece.remove_prefix(passed);
    if (!piece.empty()) parts[message.msg_iovlen++] = {const_cast<char*>(piece.data()), piece.size()};
  }
  return outcome_of(sendmsg(descriptor_.number(), &message, MSG_NOSIGNAL));
}

void Stream::end_writing() {
  shutdown(descriptor_.number(), SHUT_WR);
}

}  // namespace rialto::web
