// Listening sockets. Each thread of the server has its own on the same port (SO_REUSEPORT, socket(7)): the kernel deals
// connections out, and threads share nothing.
#pragma once

#include <sys/socket.h>

#include <cstdint>
#include <string>
#include <system_error>

#include "web/descriptor.h"

namespace rialto::web {

// An IPv4 or IPv6 address, written in numbers, and a port.
class Endpoint {
 public:
  // Port 0: any that is free. std::errc::invalid_argument where it is no address.
  static std::error_code read(const std::string& address, std::uint16_t port, Endpoint& endpoint);

  // Makes sure that no other program has the port, and chooses one for port 0. With SO_REUSEPORT a second server could
  // share a taken port unnoticed, so a socket without it tries first.
  std::error_code claim();

  std::string address() const;
  std::uint16_t port() const;

 private:
  friend class Listener;
  const sockaddr* at() const { return reinterpret_cast<const sockaddr*>(&storage_); }

  sockaddr_storage storage_{};
  socklen_t size_ = 0;
};

class Listener {
 public:
  // Listens from now on.
  std::error_code open(const Endpoint& endpoint);
  void close() { descriptor_.close(); }
  bool is_open() const { return descriptor_.is_open(); }
  int descriptor() const { return descriptor_.number(); }

  struct Guest {
    Descriptor descriptor;  // of a socket that doesn't wait; not open where nobody was there, or `error` says why
    std::string address;
    std::error_code error;
  };
  Guest accept();

 private:
  Descriptor descriptor_;
};

}  // namespace rialto::web
