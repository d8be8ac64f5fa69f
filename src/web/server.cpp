#include "web/server.h"

#include <sys/resource.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>

#include "base/log.h"
#include "web/body_room.h"
#include "web/slow_pool.h"
#include "web/worker.h"

namespace rialto::web {

namespace {

using Clock = std::chrono::steady_clock;

// Each connection is a descriptor, and the usual soft limit of 1,024 would be reached before most_connections.
void raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

std::string reason_for_people(const std::error_code& error) {
  if (error == std::errc::address_in_use) return "the port is taken by another program";
  if (error == std::errc::permission_denied) return "ports below 1024 need more rights; choose a higher one";
  return error.message();
}

}  // namespace

class Server::Impl {
 public:
  Impl(ServerSettings given, const Router& router)
      : settings(std::move(given)),
        dispatch(router, settings.error_page),
        bodies(settings.bodies_bytes),
        pool(std::max<std::size_t>(1, settings.slow_threads), settings.most_waiting) {}

  std::error_code listen();
  void run();
  bool wait_for_workers(Clock::time_point until);

  ServerSettings settings;
  std::unique_ptr<Tls> tls;  // null: not encrypted; ends after the workers
  Dispatch dispatch;
  BodyRoom bodies;  // ends after the workers, whose connections hold of it
  std::vector<std::unique_ptr<Worker>> workers;
  SlowPool pool;  // ends before the workers, whose connections its tasks hold
  std::vector<std::thread> threads;
  Listening listening;

  std::mutex mutex;  // guards `ended`
  std::condition_variable changed;
  std::size_t ended = 0;
};

std::error_code Server::Impl::listen() {
  Endpoint endpoint;
  auto error = Endpoint::read(settings.address, settings.port, endpoint);
  if (!error && !settings.shares_port) error = endpoint.claim();
  if (error) return error;
  listening = {endpoint.address(), endpoint.port()};
  for (std::size_t i = 0; i < settings.threads && !error; ++i) {
    workers.push_back(std::make_unique<Worker>(settings, dispatch, pool, bodies, tls.get()));
    error = workers.back()->listen(endpoint);
  }
  return error;
}

void Server::Impl::run() {
  for (auto& worker : workers)
    threads.emplace_back([this, one = worker.get()] {
      one->run();
      const std::lock_guard lock(mutex);
      ++ended;
      changed.notify_all();
    });
}

bool Server::Impl::wait_for_workers(Clock::time_point until) {
  std::unique_lock lock(mutex);
  return changed.wait_until(lock, until, [this] { return ended == threads.size(); });
}

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Server::~Server() {
  stop();
}

Result<std::unique_ptr<Server>> Server::start(const ServerSettings& settings, const Router& router) {
  ServerSettings own = settings;
  if (own.threads == 0) own.threads = std::max(1u, std::thread::hardware_concurrency());
  raise_descriptor_limit();
  auto impl = std::make_unique<Impl>(std::move(own), router);
  if (settings.tls.are_named()) {
    auto tls = Tls::open(settings.tls);
    if (!tls) return tls.error();
    impl->tls = std::move(*tls);
  }
  if (const auto error = impl->listen())
    return Error{"web: can't listen on " + settings.address + ":" + std::to_string(settings.port) + ": " +
                 reason_for_people(error)};
  impl->run();
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

const Listening& Server::listening() const {
  return impl_->listening;
}

Stopped Server::stop() {
  if (impl_->threads.empty()) return Stopped::InTime;
  const auto until = Clock::now() + impl_->settings.stop_time;
  for (auto& worker : impl_->workers) worker->finish();
  const bool ended = impl_->pool.close(until);
  if (!impl_->wait_for_workers(until))
    log_warning("web: some connections were cut off before their answer was written");
  for (auto& worker : impl_->workers) worker->cut();
  for (auto& thread : impl_->threads) thread.join();
  impl_->threads.clear();
  return ended ? Stopped::InTime : Stopped::HandlersStillRun;
}

}  // namespace rialto::web
