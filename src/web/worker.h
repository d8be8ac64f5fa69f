// One thread with its own listening socket and its own connections; nothing is shared with the others.
#pragma once

#include <sys/epoll.h>

#include <array>
#include <chrono>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "web/connection.h"
#include "web/descriptor.h"
#include "web/listener.h"

namespace rialto::web {

class BodyRoom;
class Dispatch;
class SlowPool;
class Tls;
struct ServerSettings;

class Worker {
 public:
  using Clock = Connection::Clock;

  Worker(const ServerSettings& server_settings, const Dispatch& server_dispatch, SlowPool& server_pool,
         BodyRoom& server_bodies, Tls* server_tls);
  ~Worker();

  std::error_code listen(const Endpoint& endpoint);
  // Until cut(), or until finish() has nothing left to wait for.
  void run();

  // From any thread.
  void finish();
  void cut();
  // Runs the task on the worker's thread.
  void post(std::function<void()> task);

  // ---- for its connections, on its thread

  bool is_finishing() const { return finishing_; }
  // When the events that are worked on now were heard of.
  Clock::time_point at() const { return at_; }
  // For the head of an answer.
  std::string_view date();

  // Moves between the lists; the front of idle_ has been idle longest.
  void set_idle(Connection& connection) { idle_.splice(idle_.end(), busy_, connection.place); }
  void set_busy(Connection& connection) { busy_.splice(busy_.end(), idle_, connection.place); }
  // It is kept until the events at hand are worked off, for one may be its own.
  void forget(Connection& connection, bool idle);

  // Tells the connection when one of the events (epoll_ctl(2)) happens to the descriptor; 0 takes it out. `known`: which
  // were asked for before.
  void watch(Connection& connection, int descriptor, std::uint32_t known, std::uint32_t events);

  const ServerSettings& settings;
  const Dispatch& dispatch;
  SlowPool& pool;
  BodyRoom& bodies;

 private:
  using Connections = std::list<std::shared_ptr<Connection>>;

  void wait();
  void hear(const epoll_event& event);
  void accept();
  void rest_from_accepting(std::string_view why);
  void admit(Listener::Guest guest);
  void make_room();
  void run_tasks();
  void tick();
  int milliseconds_to_tick() const;
  void watch_own(int descriptor, void* mark);
  bool is_over() const;

  Tls* const tls_;        // null: not encrypted
  Descriptor poll_, bell_;  // bell_: rung by other threads that have posted a task
  Listener listener_;
  Connections busy_, idle_, closed_;
  Clock::time_point at_ = Clock::now(), tick_at_{}, accept_at_{};
  bool finishing_ = false, cut_ = false;
  bool resting_ = false;  // from accepting, until accept_at_
  Clock::time_point date_until_{};
  std::string date_;

  std::mutex mutex_;  // guards the tasks
  std::vector<std::function<void()>> tasks_;
};

}  // namespace rialto::web
