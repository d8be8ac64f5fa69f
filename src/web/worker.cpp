#include "web/worker.h"

#include <sys/eventfd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>

#include "base/log.h"
#include "base/time.h"
#include "web/server.h"

namespace rialto::web {

namespace {

constexpr int kMostEvents = 128;    // heard of at once
constexpr int kMostAccepted = 64;   // before others have their turn
constexpr std::chrono::milliseconds kRestAfterFailedAccept{100};

}  // namespace

Worker::Worker(const ServerSettings& server_settings, const Dispatch& server_dispatch, SlowPool& server_pool,
               BodyRoom& server_bodies, Tls* server_tls)
    : settings(server_settings),
      dispatch(server_dispatch),
      pool(server_pool),
      bodies(server_bodies),
      tls_(server_tls),
      poll_(epoll_create1(EPOLL_CLOEXEC)),
      bell_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  if (!poll_.is_open() || !bell_.is_open())
    throw std::system_error(errno, std::system_category(), "web: a thread of the server can't begin");
  watch_own(bell_.number(), &bell_);
}

Worker::~Worker() = default;

void Worker::watch_own(int descriptor, void* mark) {
  epoll_event event{.events = EPOLLIN, .data = {.ptr = mark}};
  if (epoll_ctl(poll_.number(), EPOLL_CTL_ADD, descriptor, &event) != 0)
    throw std::system_error(errno, std::system_category(), "web: the server can't listen");
}

void Worker::watch(Connection& connection, int descriptor, std::uint32_t known, std::uint32_t events) {
  epoll_event event{.events = events, .data = {.ptr = &connection}};
  const int act = known == 0 ? EPOLL_CTL_ADD : events == 0 ? EPOLL_CTL_DEL : EPOLL_CTL_MOD;
  if (epoll_ctl(poll_.number(), act, descriptor, &event) != 0)
    throw std::system_error(errno, std::system_category(), "web: a connection can't be listened to");
}

std::error_code Worker::listen(const Endpoint& endpoint) {
  if (const auto error = listener_.open(endpoint)) return error;
  watch_own(listener_.descriptor(), &listener_);
  return {};
}

// --- The loop -----------------------------------------------------------------------------------------------------

void Worker::run() {
  while (!is_over()) try {
      wait();
    } catch (const std::exception& error) {
      log_error(std::string("web: a connection failed: ") + error.what());
    }
}

bool Worker::is_over() const {
  return cut_ || (finishing_ && busy_.empty() && idle_.empty());
}

void Worker::wait() {
  std::array<epoll_event, kMostEvents> events;
  const int count = epoll_wait(poll_.number(), events.data(), kMostEvents, milliseconds_to_tick());
  at_ = Clock::now();
  for (int i = 0; i < count; ++i) hear(events[static_cast<std::size_t>(i)]);
  if (at_ >= tick_at_) tick();
  closed_.clear();
}

void Worker::hear(const epoll_event& event) {
  if (event.data.ptr == &bell_) return run_tasks();
  if (event.data.ptr == &listener_) return accept();
  auto& connection = *static_cast<Connection*>(event.data.ptr);
  try {
    connection.on_ready();
  } catch (const std::exception& error) {
    log_error(std::string("web: a connection failed: ") + error.what());
    connection.close();
  }
}

void Worker::post(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
  }
  eventfd_write(bell_.number(), 1);
}

void Worker::run_tasks() {
  eventfd_t rung = 0;
  eventfd_read(bell_.number(), &rung);
  std::vector<std::function<void()>> tasks;
  {
    const std::lock_guard lock(mutex_);
    tasks.swap(tasks_);
  }
  for (const auto& task : tasks) try {
      task();
    } catch (const std::exception& error) {
      log_error(std::string("web: a connection failed: ") + error.what());
    }
}

int Worker::milliseconds_to_tick() const {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(tick_at_ - Clock::now());
  return static_cast<int>(std::max<std::int64_t>(0, left.count()));
}

// Often enough that nobody gets much more than the time set; shortened times of tests need it more often.
void Worker::tick() {
  const auto shortest = std::min({settings.head_time, settings.idle_time, settings.grace, kDrainTime});
  const auto usual = std::clamp(shortest / 8, std::chrono::milliseconds(5), std::chrono::milliseconds(500));
  if (tls_) tls_->renew();
  tick_at_ = at_ + (finishing_ ? std::chrono::milliseconds(5) : usual);
  for (auto* list : {&idle_, &busy_})
    for (auto it = list->begin(); it != list->end();) (*it++)->check_deadline(at_);
  if (resting_ && at_ >= accept_at_ && listener_.is_open()) {
    resting_ = false;
    watch_own(listener_.descriptor(), &listener_);
  }
}

std::string_view Worker::date() {
  if (at_ >= date_until_) {
    date_ = http_text(now());
    date_until_ = at_ + std::chrono::milliseconds(500);
  }
  return date_;
}

// --- Who comes and goes -------------------------------------------------------------------------------------------

void Worker::accept() {
  for (int taken = 0; taken < kMostAccepted && listener_.is_open(); ++taken) {
    auto guest = listener_.accept();
    if (guest.error) return rest_from_accepting(guest.error.message());
    if (!guest.descriptor.is_open()) return;
    admit(std::move(guest));
  }
}

// Out of descriptors, most likely: the connections that wait stay in the kernel's queue meanwhile.
void Worker::rest_from_accepting(std::string_view why) {
  log_warning("web: can't take a connection: " + std::string(why));
  if (!idle_.empty()) idle_.front()->close();
  epoll_ctl(poll_.number(), EPOLL_CTL_DEL, listener_.descriptor(), nullptr);
  resting_ = true;
  accept_at_ = at_ + kRestAfterFailedAccept;
  tick_at_ = std::min(tick_at_, accept_at_);
}

void Worker::admit(Listener::Guest guest) {
  const std::size_t most =
      std::max<std::size_t>(1, settings.most_connections / std::max<std::size_t>(1, settings.threads));
  if (busy_.size() + idle_.size() >= most) make_room();
  auto session = tls_ ? tls_->accept(guest.descriptor.number()) : nullptr;
  if (tls_ && !session) return;
  auto connection = std::make_shared<Connection>(*this, Stream(std::move(guest.descriptor), std::move(session)), std::move(guest.address));
  connection->place = busy_.insert(busy_.end(), connection);
  if (settings.metrics) settings.metrics->count_connection();
  if (busy_.size() + idle_.size() <= most) return connection->start();
  connection->turn_away();
}

// Whoever was idle longest goes. Where nobody is idle, it is whoever has been sending longest: an honest request is here
// in a moment, so a crowd of slow senders makes room for it.
void Worker::make_room() {
  if (!idle_.empty()) return idle_.front()->close();
  const auto slowest = std::find_if(busy_.begin(), busy_.end(), [](const auto& one) { return one->is_sending(); });
  if (slowest != busy_.end()) (*slowest)->close();
}

void Worker::forget(Connection& connection, bool idle) {
  closed_.splice(closed_.end(), idle ? idle_ : busy_, connection.place);
  if (settings.metrics) settings.metrics->forget_connection();
}

void Worker::finish() {
  post([this] {
    finishing_ = true;
    listener_.close();
    for (auto* list : {&idle_, &busy_})
      for (auto it = list->begin(); it != list->end();) (*it++)->finish_soon();
    tick_at_ = at_;
  });
}

void Worker::cut() {
  post([this] {
    for (auto* list : {&idle_, &busy_})
      for (auto it = list->begin(); it != list->end();) (*it++)->close();
    cut_ = true;
  });
}

}  // namespace rialto::web
