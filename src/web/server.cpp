#include "web/server.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <list>
#include <thread>

#include "base/id.h"
#include "base/log.h"
#include "base/time.h"
#include "say/trouble.h"
#include "web/body_room.h"
#include "web/forwarded.h"
#include "web/input_buffer.h"
#include "web/request_log.h"
#include "web/slow_pool.h"

namespace rialto::web {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;
// With the executor itself instead of any_io_executor, which would count references on every operation.
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;
using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

constexpr std::size_t kBodyBuffer = 32 * 1024;
constexpr std::size_t kKeptBody = 16 * 1024;  // memory kept for the next request of a connection
constexpr std::size_t kDrainedBytes = 256 * 1024;
constexpr std::chrono::milliseconds kDrainTime{2'000};
constexpr std::chrono::milliseconds kRestAfterFailedAccept{100};
constexpr std::chrono::hours kForever{24};
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

class Worker;

// One client. Lives on its worker's thread; only a slow handler runs elsewhere, and then nothing else touches the
// connection. Kept by the worker's lists and by the operation under way.
//
// TLS: everything that touches socket_ stands in the functions under "The wire"; a second kind of wire replaces those.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Worker& worker, Socket socket, std::string peer);

  void start();
  // Answered with 503: there is no room.
  void turn_away();
  void close();
  // Closed if nothing of a request has arrived; otherwise it ends after its answer.
  void finish_soon();
  // Cuts whoever is too slow.
  void check_deadline(Clock::time_point at);
  // A request has begun and is not here yet.
  bool is_sending() const { return state_ == State::Head || state_ == State::Body; }

  std::list<std::shared_ptr<Connection>>::iterator place;

 private:
  enum class State { Idle, Head, Body, Working, Writing, Draining, Closed };
  enum class Step { NeedBytes, Whole, Answered, NoRoom };

  // What arrives
  void read_more();
  void on_read(std::size_t size);
  void proceed();
  Step take_head();
  Step begin_body();
  Step take_body();
  void begin_request();
  bool hold_body();
  void drop_body();

  // What is answered
  void answer();
  void answer_slowly();
  void refuse(const Refusal& refusal);
  void send(Answer answer);
  void build_head();
  void write_rest();
  void on_written();
  void go_on();
  void drain();

  // The wire
  std::size_t write_now(std::string_view first, std::string_view second, error_code& error);

  void enter(State state, std::chrono::milliseconds time);
  void push_deadline(std::size_t bytes);

  Worker& worker_;
  Socket socket_;
  const std::string peer_;

  State state_ = State::Head;
  Clock::time_point deadline_{};
  Clock::time_point begun_ = Clock::now();  // when the first byte of the request was here

  InputBuffer in_;
  std::size_t drained_ = 0;
  RequestParser parser_;
  Request request_;
  const Route* route_ = nullptr;
  std::size_t body_limit_ = 0;
  HeldRoom held_;

  Answer answer_;
  std::string head_;
  std::string_view body_;  // of answer_; empty for HEAD
  std::size_t written_ = 0;
  After after_ = After::KeepOpen;
};

// One thread with its own listening socket and its own connections; nothing is shared with the others.
class Worker {
 public:
  Worker(const ServerSettings& server_settings, const Dispatch& server_dispatch, SlowPool& server_pool,
         BodyRoom& server_bodies)
      : settings(server_settings), dispatch(server_dispatch), pool(server_pool), bodies(server_bodies) {}

  error_code listen(const tcp::endpoint& endpoint);
  void run();
  void finish();  // from any thread
  void cut();     // from any thread
  bool is_finishing() const { return finishing_; }

  // Moves between the lists; the front of idle_ has been idle longest.
  void set_idle(Connection& connection) { idle_.splice(idle_.end(), busy_, connection.place); }
  void set_busy(Connection& connection) { busy_.splice(busy_.end(), idle_, connection.place); }
  void forget(Connection& connection, bool idle);
  std::string_view date();

  const ServerSettings& settings;
  const Dispatch& dispatch;
  SlowPool& pool;
  BodyRoom& bodies;
  asio::io_context io{1};

 private:
  void accept();
  void admit(Socket socket);
  void make_room();
  void tick();

  Acceptor acceptor_{io};
  Timer timer_{io};
  std::list<std::shared_ptr<Connection>> busy_, idle_;
  bool finishing_ = false;
  Clock::time_point date_until_{};
  std::string date_;
};

// --- Connection: what arrives -------------------------------------------------------------------------------------

Connection::Connection(Worker& worker, Socket socket, std::string peer)
    : worker_(worker),
      socket_(std::move(socket)),
      peer_(std::move(peer)),
      parser_(worker.settings.limits),
      held_(worker.bodies) {}

void Connection::start() {
  begin_request();
  enter(State::Idle, worker_.settings.head_time);
  read_more();
}

void Connection::turn_away() {
  request_.keep_alive = false;
  send(worker_.dispatch.finish(request_, too_busy()));
}

void Connection::enter(State state, std::chrono::milliseconds time) {
  if (state_ != State::Idle && state == State::Idle) worker_.set_idle(*this);
  if (state_ == State::Idle && state != State::Idle) worker_.set_busy(*this);
  state_ = state;
  const auto at = Clock::now();
  if (state == State::Head) begun_ = at;
  deadline_ = at + time;
}

// Whoever moves bytes at the asked rate is not cut off; what was saved by a burst is at most one grace.
void Connection::push_deadline(std::size_t bytes) {
  const auto& settings = worker_.settings;
  const std::chrono::milliseconds earned(bytes * 1000 / std::max<std::size_t>(1, settings.bytes_a_second));
  deadline_ = std::min(deadline_ + earned, Clock::now() + settings.grace);
}

void Connection::begin_request() {
  drop_body();
  parser_.begin(request_);
  route_ = nullptr;
}

// What every connection may keep is bounded by their number, and not counted.
bool Connection::hold_body() {
  const auto size = request_.body.capacity();
  return held_.hold(size > kKeptBody ? size : 0);
}

void Connection::drop_body() {
  if (request_.body.capacity() > kKeptBody) std::string().swap(request_.body);
  request_.uploads.clear();
  held_.let_go();
}

void Connection::read_more() {
  if (state_ == State::Idle) in_.shrink();
  const auto room = in_.room(state_ == State::Body ? kBodyBuffer : 0);
  socket_.async_read_some(asio::buffer(room.at, room.size),
                          [self = shared_from_this()](error_code error, std::size_t size) {
                            if (self->state_ == State::Closed) return;
                            if (error) return self->close();
                            self->on_read(size);
                          });
}

void Connection::on_read(std::size_t size) {
  if (state_ == State::Draining) {
    drained_ += size;
    if (drained_ <= kDrainedBytes) read_more();
    return;
  }
  in_.wrote(size);
  if (state_ == State::Idle) enter(State::Head, worker_.settings.head_time);
  if (state_ == State::Body) push_deadline(size);
  proceed();
}

// Goes on with the bytes at hand until more are needed, or an answer can't be given at once.
void Connection::proceed() {
  do {
    const Step step = state_ == State::Body ? take_body() : take_head();
    if (parser_.state() == RequestParser::State::Refused) return refuse(parser_.refusal());
    if (step == Step::NeedBytes) return read_more();
    if (step == Step::NoRoom) return turn_away();
    if (step == Step::Whole) answer();
  } while (state_ == State::Head);
  if (state_ == State::Idle) read_more();
}

Connection::Step Connection::take_head() {
  std::size_t used = 0;
  do {
    used = parser_.read_head(in_.unread());
    in_.use(used);
  } while (used > 0 && parser_.state() == RequestParser::State::Head);
  if (parser_.state() == RequestParser::State::Head || parser_.state() == RequestParser::State::Refused)
    return Step::NeedBytes;
  request_.id = next_id();
  set_visitor(request_, peer_, Wire::Plain, worker_.settings.trusted_proxies);
  auto plan = worker_.dispatch.plan(request_);
  const bool has_body = parser_.state() == RequestParser::State::Body;
  if (!plan.route) {
    // A body that nobody wants is not waited for.
    if (has_body) request_.keep_alive = false;
    send(worker_.dispatch.finish(request_, std::move(*plan.early)));
    return Step::Answered;
  }
  route_ = plan.route;
  return has_body ? begin_body() : Step::Whole;
}

Connection::Step Connection::begin_body() {
  body_limit_ = route_->body_limit ? route_->body_limit : worker_.settings.body_bytes;
  const bool told = parser_.expects_continue();
  enter(State::Body, worker_.settings.grace);
  const Step step = take_body();
  if (told && step == Step::NeedBytes && parser_.state() == RequestParser::State::Body) {
    error_code ignored;
    write_now(kContinue, {}, ignored);
  }
  return step;
}

Connection::Step Connection::take_body() {
  in_.use(parser_.read_body(in_.unread(), body_limit_));
  if (!hold_body()) return Step::NoRoom;
  return parser_.state() == RequestParser::State::Done ? Step::Whole : Step::NeedBytes;
}

// --- Connection: what is answered ---------------------------------------------------------------------------------

void Connection::answer() {
  if (route_->speed == Speed::Slow) return answer_slowly();
  send(worker_.dispatch.finish(request_, worker_.dispatch.run(*route_, request_)));
}

void Connection::answer_slowly() {
  enter(State::Working, kForever);
  const bool taken = worker_.pool.submit([self = shared_from_this()] {
    const Dispatch& dispatch = self->worker_.dispatch;
    self->answer_ = dispatch.finish(self->request_, dispatch.run(*self->route_, self->request_));
    asio::post(self->worker_.io, [self] {
      if (self->state_ == State::Closed) return;
      self->send(std::move(self->answer_));
      self->go_on();
    });
  });
  if (taken) return;
  send(worker_.dispatch.finish(request_, too_busy()));
}

void Connection::refuse(const Refusal& refusal) {
  request_.keep_alive = false;
  send(worker_.dispatch.finish(request_, problem(refusal.status, refusal.message)));
}

void Connection::build_head() {
  const After after = after_;
  head_.clear();
  try {
    append_head(head_, request_, answer_, worker_.date(), after);
  } catch (const std::exception& error) {
    log_error("web: the answer to request " + short_form(request_.id) + " can't be sent: " + error.what());
    answer_ = worker_.dispatch.finish(request_, broken());
    head_.clear();
    append_head(head_, request_, answer_, worker_.date(), after);
  }
}

void Connection::send(Answer answer) {
  answer_ = std::move(answer);
  after_ = request_.keep_alive && !worker_.is_finishing() ? After::KeepOpen : After::Close;
  build_head();
  body_ = request_.method == Method::Head ? std::string_view() : answer_.body();
  if (auto* const metrics = worker_.settings.metrics)
    metrics->count_answer(answer_.response.status, Clock::now() - begun_, head_.size() + body_.size());
  if (worker_.settings.logs_answers)
    log_answer(request_, answer_.response.status, Clock::now() - begun_, head_.size() + body_.size());
  enter(State::Writing, worker_.settings.grace);
  error_code error;
  written_ = write_now(head_, body_, error);
  if (error && error != asio::error::would_block) return close();
  if (written_ == head_.size() + body_.size()) return on_written();
  write_rest();
}

void Connection::write_rest() {
  const std::size_t of_head = std::min(written_, head_.size());
  const std::array<asio::const_buffer, 2> buffers{
      asio::buffer(head_.data() + of_head, head_.size() - of_head),
      asio::buffer(body_.data() + (written_ - of_head), body_.size() - (written_ - of_head))};
  socket_.async_write_some(buffers, [self = shared_from_this()](error_code error, std::size_t size) {
    if (self->state_ == State::Closed) return;
    if (error) return self->close();
    self->written_ += size;
    self->push_deadline(size);
    if (self->written_ < self->head_.size() + self->body_.size()) return self->write_rest();
    self->on_written();
    self->go_on();
  });
}

void Connection::go_on() {
  if (state_ == State::Head)
    proceed();
  else if (state_ == State::Idle)
    read_more();
}

// Leaves the state at Head if bytes of the next request are here already, at Idle if not.
void Connection::on_written() {
  answer_ = {};
  body_ = {};
  if (after_ == After::Close) return drain();
  begin_request();
  if (!in_.empty()) return enter(State::Head, worker_.settings.head_time);
  if (worker_.is_finishing()) return close();
  enter(State::Idle, worker_.settings.idle_time);
}

// A connection closed with unread bytes is reset, and the client may lose the answer: what still comes is read away. Of
// an endless sender so much is not read; the full window holds it until the deadline, so that it can hear the answer.
void Connection::drain() {
  error_code ignored;
  socket_.shutdown(Socket::shutdown_send, ignored);
  if (worker_.is_finishing()) return close();
  drop_body();
  enter(State::Draining, kDrainTime);
  in_.drop();
  read_more();
}

std::size_t Connection::write_now(std::string_view first, std::string_view second, error_code& error) {
  const std::array<asio::const_buffer, 2> buffers{asio::buffer(first), asio::buffer(second)};
  return socket_.write_some(buffers, error);
}

void Connection::close() {
  if (state_ == State::Closed) return;
  const auto self = shared_from_this();
  worker_.forget(*this, state_ == State::Idle);
  state_ = State::Closed;
  error_code ignored;
  socket_.close(ignored);
}

void Connection::finish_soon() {
  if (state_ == State::Idle || state_ == State::Draining || (state_ == State::Head && in_.empty())) close();
}

void Connection::check_deadline(Clock::time_point at) {
  if (at < deadline_ || state_ == State::Working) return;
  const bool owed = state_ == State::Body || (state_ == State::Head && !in_.empty());
  if (!owed) return close();
  // A read is under way, so the answer is written once and the connection closed: the sender had its time.
  answer_ = worker_.dispatch.finish(
      request_, problem(Status::RequestTimeout, say::trouble::too_slow));
  after_ = After::Close;
  build_head();
  error_code ignored;
  write_now(head_, answer_.body(), ignored);
  socket_.shutdown(Socket::shutdown_send, ignored);
  close();
}

// --- Worker -------------------------------------------------------------------------------------------------------

error_code Worker::listen(const tcp::endpoint& endpoint) {
  error_code error;
  acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(Acceptor::reuse_address(true), error);
  if (!error) acceptor_.set_option(ReusePort(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
  return error;
}

void Worker::run() {
  accept();
  tick();
  for (;;) try {
      io.run();
      return;
    } catch (const std::exception& error) {
      log_error(std::string("web: a connection failed: ") + error.what());
    }
}

void Worker::accept() {
  acceptor_.async_accept([this](error_code error, Socket socket) {
    if (!acceptor_.is_open()) return;
    if (!error) {
      admit(std::move(socket));
      return accept();
    }
    if (error == asio::error::connection_aborted || error == asio::error::interrupted) return accept();
    // Out of descriptors, most likely: the connections that wait stay in the kernel's queue meanwhile.
    log_warning("web: can't take a connection: " + error.message());
    if (!idle_.empty()) idle_.front()->close();
    const auto rest = std::make_shared<Timer>(io, kRestAfterFailedAccept);
    rest->async_wait([this, rest](error_code) {
      if (acceptor_.is_open()) accept();
    });
  });
}

// Whoever was idle longest goes. Where nobody is idle, it is whoever has been sending longest: an honest request is here
// in a moment, so a crowd of slow senders makes room for it.
void Worker::make_room() {
  if (!idle_.empty()) return idle_.front()->close();
  const auto slowest = std::find_if(busy_.begin(), busy_.end(), [](const auto& one) { return one->is_sending(); });
  if (slowest != busy_.end()) (*slowest)->close();
}

void Worker::admit(Socket socket) {
  error_code error;
  const auto peer = socket.remote_endpoint(error);
  if (error) return;
  socket.non_blocking(true, error);
  socket.set_option(tcp::no_delay(true), error);
  const std::size_t most =
      std::max<std::size_t>(1, settings.most_connections / std::max<std::size_t>(1, settings.threads));
  if (busy_.size() + idle_.size() >= most) make_room();
  auto connection = std::make_shared<Connection>(*this, std::move(socket), peer.address().to_string());
  connection->place = busy_.insert(busy_.end(), connection);
  if (settings.metrics) settings.metrics->count_connection();
  if (busy_.size() + idle_.size() <= most) return connection->start();
  connection->turn_away();
}

void Worker::forget(Connection& connection, bool idle) {
  (idle ? idle_ : busy_).erase(connection.place);
  if (settings.metrics) settings.metrics->forget_connection();
}

std::string_view Worker::date() {
  const auto at = Clock::now();
  if (at >= date_until_) {
    date_ = http_text(now());
    date_until_ = at + std::chrono::milliseconds(500);
  }
  return date_;
}

// Often enough that nobody gets much more than the time set; shortened times of tests need it more often.
void Worker::tick() {
  const auto shortest = std::min({settings.head_time, settings.idle_time, settings.grace, kDrainTime});
  const auto usual = std::clamp(shortest / 8, std::chrono::milliseconds(5), std::chrono::milliseconds(500));
  timer_.expires_after(finishing_ ? std::chrono::milliseconds(5) : usual);
  timer_.async_wait([this](error_code error) {
    if (error) return;
    const auto at = Clock::now();
    for (auto* list : {&idle_, &busy_})
      for (auto it = list->begin(); it != list->end();) (*it++)->check_deadline(at);
    if (!finishing_ || !busy_.empty() || !idle_.empty()) tick();
  });
}

void Worker::finish() {
  asio::post(io, [this] {
    finishing_ = true;
    error_code ignored;
    acceptor_.close(ignored);
    for (auto* list : {&idle_, &busy_})
      for (auto it = list->begin(); it != list->end();) (*it++)->finish_soon();
    tick();
  });
}

void Worker::cut() {
  asio::post(io, [this] {
    for (auto* list : {&idle_, &busy_})
      for (auto it = list->begin(); it != list->end();) (*it++)->close();
    timer_.cancel();
    io.stop();
  });
}

// With SO_REUSEPORT a second server could share a taken port unnoticed, so a socket without it tries first.
error_code probe(tcp::endpoint& endpoint) {
  asio::io_context io;
  Acceptor acceptor(io);
  error_code error;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(Acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(1, error);
  if (!error) endpoint = acceptor.local_endpoint(error);
  return error;
}

// Each connection is a descriptor, and the usual soft limit of 1,024 would be reached before most_connections.
void raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

std::string reason_for_people(const error_code& error) {
  if (error == asio::error::address_in_use) return "the port is taken by another program";
  if (error == asio::error::access_denied) return "ports below 1024 need more rights; choose a higher one";
  return error.message();
}

}  // namespace

// --- Server -------------------------------------------------------------------------------------------------------

class Server::Impl {
 public:
  Impl(ServerSettings given, const Router& router)
      : settings(std::move(given)),
        dispatch(router, settings.error_page),
        bodies(settings.bodies_bytes),
        pool(std::max<std::size_t>(1, settings.slow_threads), settings.most_waiting) {}

  error_code listen();
  void run();
  bool wait_for_workers(Clock::time_point until);

  ServerSettings settings;
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

error_code Server::Impl::listen() {
  error_code error;
  const auto address = asio::ip::make_address(settings.address, error);
  if (error) return error;
  tcp::endpoint endpoint(address, settings.port);
  if (!settings.shares_port && (error = probe(endpoint))) return error;
  listening = {endpoint.address().to_string(), endpoint.port()};
  for (std::size_t i = 0; i < settings.threads && !error; ++i) {
    workers.push_back(std::make_unique<Worker>(settings, dispatch, pool, bodies));
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
