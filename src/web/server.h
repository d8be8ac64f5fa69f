// One thread a core (web/worker.h) reads, answers quick handlers and writes; slow handlers run in a bounded pool. Every
// wait has an end: slow senders and slow readers are cut off.
//
// Main blocks SIGINT and SIGTERM before start(), waits for them with sigwait(), then calls stop().
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "web/dispatch.h"
#include "web/metrics.h"
#include "web/parser.h"
#include "web/router.h"
#include "web/tls.h"

namespace rialto::web {

struct ServerSettings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  // 0: any that is free, see Server::listening()
  TlsFiles tls;               // none named: connections are not encrypted
  bool shares_port = false;   // with another server of this process, which gives it up soon
  std::size_t threads = 0;    // 0: one a core
  std::size_t slow_threads = 4;
  std::size_t most_waiting = 256;       // for a slow thread; more is answered with 503
  std::size_t most_connections = 4096;  // when there are more, who was idle longest goes, else who sends slowest

  ParserLimits limits;
  std::size_t body_bytes = 1024 * 1024;  // unless the route says otherwise
  // Of all bodies together; more is answered with 503. A form is read into a second copy, on the slow threads alone: the
  // memory of bodies is at most this and slow_threads times the largest limit of a route.
  std::size_t bodies_bytes = 96 * 1024 * 1024;

  std::chrono::milliseconds head_time{10'000};  // from the first byte of a request to the end of its head
  std::chrono::milliseconds idle_time{60'000};  // between requests
  std::chrono::milliseconds grace{10'000};      // for a body or an answer, before bytes_a_second counts
  std::size_t bytes_a_second = 4 * 1024;        // slower bodies (408) and slower readers are cut off
  std::chrono::milliseconds stop_time{5'000};

  // Addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed; nobody else's are.
  std::vector<std::string> trusted_proxies;

  ErrorPage error_page = plain_error_page;
  bool logs_answers = false;  // each in a line of its own
  Metrics* metrics = nullptr;  // counts here, if given; must outlive the server
};

struct Listening {
  std::string address;
  std::uint16_t port = 0;
};

enum class Stopped {
  InTime,
  HandlersStillRun,  // a slow handler did not end within stop_time; ~Server would wait for it
};

class Server {
 public:
  // Listens and answers from now on, with threads of its own. The router must outlive the server. An error is one
  // line that says why it can't listen: "web: can't listen on 127.0.0.1:8080: the port is taken by another program"; or why a
  // certificate or key can't be taken.
  static Result<std::unique_ptr<Server>> start(const ServerSettings& settings, const Router& router);
  ~Server();

  const Listening& listening() const;

  // Takes no more connections, finishes the requests in flight, and returns within settings.stop_time.
  Stopped stop();

 private:
  class Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rialto::web
