#include "web/listener.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

#include <cerrno>

namespace rialto::web {

namespace {

constexpr int kOn = 1;

std::error_code last_error() {
  return {errno, std::system_category()};
}

bool switch_on(int descriptor, int level, int option) {
  return setsockopt(descriptor, level, option, &kOn, sizeof kOn) == 0;
}

const sockaddr_in& as_v4(const sockaddr_storage& storage) {
  return reinterpret_cast<const sockaddr_in&>(storage);
}

const sockaddr_in6& as_v6(const sockaddr_storage& storage) {
  return reinterpret_cast<const sockaddr_in6&>(storage);
}

std::string address_in(const sockaddr_storage& storage) {
  char text[INET6_ADDRSTRLEN] = "";
  if (storage.ss_family == AF_INET)
    inet_ntop(AF_INET, &as_v4(storage).sin_addr, text, sizeof text);
  else
    inet_ntop(AF_INET6, &as_v6(storage).sin6_addr, text, sizeof text);
  return text;
}

enum class Port { Own, Shared };

std::error_code listen_at(const sockaddr* at, socklen_t size, Port port, Descriptor& made) {
  made = Descriptor(socket(at->sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!made.is_open() || !switch_on(made.number(), SOL_SOCKET, SO_REUSEADDR)) return last_error();
  if (port == Port::Shared && !switch_on(made.number(), SOL_SOCKET, SO_REUSEPORT)) return last_error();
  if (bind(made.number(), at, size) != 0 || listen(made.number(), SOMAXCONN) != 0) return last_error();
  return {};
}

}  // namespace

std::error_code Endpoint::read(const std::string& address, std::uint16_t port, Endpoint& endpoint) {
  auto& v4 = reinterpret_cast<sockaddr_in&>(endpoint.storage_);
  auto& v6 = reinterpret_cast<sockaddr_in6&>(endpoint.storage_);
  if (inet_pton(AF_INET, address.c_str(), &v4.sin_addr) == 1) {
    v4.sin_family = AF_INET;
    v4.sin_port = htons(port);
    endpoint.size_ = sizeof v4;
    return {};
  }
  if (inet_pton(AF_INET6, address.c_str(), &v6.sin6_addr) != 1) return std::make_error_code(std::errc::invalid_argument);
  v6.sin6_family = AF_INET6;
  v6.sin6_port = htons(port);
  endpoint.size_ = sizeof v6;
  return {};
}

std::error_code Endpoint::claim() {
  Descriptor alone;
  if (const auto error = listen_at(at(), size_, Port::Own, alone)) return error;
  if (getsockname(alone.number(), reinterpret_cast<sockaddr*>(&storage_), &size_) != 0) return last_error();
  return {};
}

std::string Endpoint::address() const {
  return address_in(storage_);
}

std::uint16_t Endpoint::port() const {
  return ntohs(storage_.ss_family == AF_INET ? as_v4(storage_).sin_port : as_v6(storage_).sin6_port);
}

std::error_code Listener::open(const Endpoint& endpoint) {
  return listen_at(endpoint.at(), endpoint.size_, Port::Shared, descriptor_);
}

Listener::Guest Listener::accept() {
  sockaddr_storage peer{};
  socklen_t size = sizeof peer;
  Guest guest;
  guest.descriptor = Descriptor(
      accept4(descriptor_.number(), reinterpret_cast<sockaddr*>(&peer), &size, SOCK_NONBLOCK | SOCK_CLOEXEC));
  if (guest.descriptor.is_open()) {
    switch_on(guest.descriptor.number(), IPPROTO_TCP, TCP_NODELAY);
    guest.address = address_in(peer);
  } else if (errno != EAGAIN && errno != ECONNABORTED && errno != EINTR) {
    guest.error = last_error();
  }
  return guest;
}

}  // namespace rialto::web
