#include "web/stream.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace rialto::web {

namespace {

constexpr std::size_t kMostParts = 8;
constexpr std::size_t kRecord = 16 * 1024;  // what TLS encrypts at once (RFC 8446, 5.1)
// For a browser that was told http:// and the right port.
constexpr std::string_view kSpeaksTls =
    "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\nContent-Length: 50\r\n\r\n"
    "This address is encrypted: begin it with https://\n";

Stream::Moved outcome_of(ssize_t size, Stream::State blocked) {
  if (size > 0) return {Stream::State::Moved, static_cast<std::size_t>(size)};
  const bool later = size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
  return {later ? blocked : Stream::State::Ended};
}

// Calls `take` with each piece, without the first `skip` bytes of them all.
template <class Take>
void each_piece(std::span<const std::string_view> pieces, std::size_t skip, Take take) {
  for (auto piece : pieces) {
    const std::size_t passed = std::min(skip, piece.size());
    skip -= passed;
    piece.remove_prefix(passed);
    if (!piece.empty()) take(piece);
  }
}

// The next record of the pieces: where it lies if one piece has it all, else copied together.
std::string_view record_of(std::span<const std::string_view> pieces, std::size_t skip, std::array<char, kRecord>& copy) {
  std::string_view first;
  std::size_t size = 0;
  each_piece(pieces, skip, [&](std::string_view piece) {
    if (first.empty()) first = piece;
    const auto part = std::min(piece.size(), kRecord - size);
    if (first.size() < kRecord) std::copy_n(piece.data(), part, copy.data() + size);
    size += part;
  });
  return first.size() >= kRecord ? first.substr(0, kRecord) : std::string_view(copy.data(), size);
}

}  // namespace

Stream::Moved Stream::outcome_of(int result, std::size_t size) {
  if (result == 1) return {State::Moved, size};
  switch (SSL_get_error(tls_.get(), result)) {
    case SSL_ERROR_WANT_READ:
      return {State::WantsBytes};
    case SSL_ERROR_WANT_WRITE:
      return {State::WantsRoom};
    default:
      break;
  }
  if (ERR_GET_REASON(ERR_peek_error()) == SSL_R_HTTP_REQUEST)
    send(descriptor_.number(), kSpeaksTls.data(), kSpeaksTls.size(), MSG_NOSIGNAL);
  ERR_clear_error();
  return {State::Ended};
}

Stream::Moved Stream::read(char* at, std::size_t size) {
  if (!tls_) return web::outcome_of(recv(descriptor_.number(), at, size, 0), State::WantsBytes);
  std::size_t got = 0;
  const int result = SSL_read_ex(tls_.get(), at, size, &got);
  return outcome_of(result, got);
}

Stream::Moved Stream::write(std::span<const std::string_view> pieces, std::size_t skip) {
  if (tls_) {
    static thread_local std::array<char, kRecord> copy;
    const auto record = record_of(pieces, skip, copy);
    std::size_t sent = 0;
    const int result = SSL_write_ex(tls_.get(), record.data(), record.size(), &sent);
    return outcome_of(result, sent);
  }
  std::array<iovec, kMostParts> parts;
  msghdr message{};
  message.msg_iov = parts.data();
  each_piece(pieces.first(std::min(pieces.size(), kMostParts)), skip,
             [&](std::string_view piece) { parts[message.msg_iovlen++] = {const_cast<char*>(piece.data()), piece.size()}; });
  return web::outcome_of(sendmsg(descriptor_.number(), &message, MSG_NOSIGNAL), State::WantsRoom);
}

bool Stream::holds_bytes() const {
  return tls_ && SSL_pending(tls_.get()) > 0;
}

void Stream::end_writing() {
  if (tls_) SSL_shutdown(tls_.get());
  ERR_clear_error();
  shutdown(descriptor_.number(), SHUT_WR);
}

void Stream::close() {
  tls_.reset();
  descriptor_.close();
}

}  // namespace rialto::web
