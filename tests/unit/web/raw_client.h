// A client that sends bytes as they are, for tests of what no well-behaved client would send.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>

#include "base/strings.h"

namespace rialto::web {

struct Heard {
  int status = 0;
  std::string head;
  std::string body;

  // The value of the first header of this name; "" without one.
  std::string header(std::string_view name) const {
    for (const auto line : lines_of(head)) {
      const auto colon = line.find(':');
      if (colon != std::string_view::npos && equal_ignoring_case(line.substr(0, colon), name))
        return std::string(trimmed(line.substr(colon + 1)));
    }
    return "";
  }
};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port, int receive_buffer = 0) {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (receive_buffer) ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) throw std::runtime_error("no connection");
  }
  ~RawClient() { ::close(socket_); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // False if the other side has closed.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  void finish_sending() { ::shutdown(socket_, SHUT_WR); }

  // The next answer on the connection, without waiting longer than five seconds; status 0 if none came.
  Heard hear(std::string_view method = "GET") {
    Heard heard;
    while (kept_.find("\r\n\r\n") == std::string::npos)
      if (!more()) return heard;
    const auto end = kept_.find("\r\n\r\n") + 4;
    heard.head = kept_.substr(0, end - 2);
    kept_.erase(0, end);
    heard.status = std::atoi(heard.head.c_str() + 9);
    const bool bodyless = method == "HEAD" || heard.status == 304 || heard.status == 100;
    const auto size = bodyless ? 0 : static_cast<std::size_t>(std::atoll(heard.header("Content-Length").c_str()));
    while (kept_.size() < size)
      if (!more()) break;
    heard.body = kept_.substr(0, size);
    kept_.erase(0, heard.body.size());
    return heard;
  }

  // True if the other side closes within five seconds, with nothing more to say.
  bool is_closed() {
    while (more()) {
    }
    return closed_ && kept_.empty();
  }

 private:
  bool more() {
    pollfd wait{socket_, POLLIN, 0};
    if (::poll(&wait, 1, 5000) <= 0) return false;
    char piece[16 * 1024];
    const auto size = ::recv(socket_, piece, sizeof piece, 0);
    closed_ = size <= 0;
    if (closed_) return false;
    kept_.append(piece, static_cast<std::size_t>(size));
    return true;
  }

  int socket_ = -1;
  std::string kept_;
  bool closed_ = false;
};

}  // namespace rialto::web
