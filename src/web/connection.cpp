#include "web/connection.h"

#include <sys/epoll.h>

#include <algorithm>

#include "base/id.h"
#include "base/log.h"
#include "say/trouble.h"
#include "web/dispatch.h"
#include "web/forwarded.h"
#include "web/request_log.h"
#include "web/server.h"
#include "web/slow_pool.h"
#include "web/worker.h"

namespace rialto::web {

namespace {

constexpr std::size_t kBodyBuffer = 32 * 1024;
constexpr std::size_t kKeptBody = 16 * 1024;  // memory kept for the next request of a connection
constexpr std::size_t kDrainedBytes = 256 * 1024;
constexpr std::chrono::hours kUnwatched{24};  // a slow handler ends by itself
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace

// --- What arrives -------------------------------------------------------------------------------------------------

Connection::Connection(Worker& worker, Stream stream, std::string peer)
    : worker_(worker),
      stream_(std::move(stream)),
      peer_(std::move(peer)),
      parser_(worker.settings.limits),
      held_(worker.bodies) {}

void Connection::start() {
  begin_request();
  enter(State::Idle, worker_.settings.head_time);
  await(Awaited::Bytes);
}

void Connection::turn_away() {
  request_.keep_alive = false;
  send(worker_.dispatch.finish(request_, too_busy()));
}

void Connection::enter(State state, std::chrono::milliseconds time) {
  if (state_ != State::Idle && state == State::Idle) worker_.set_idle(*this);
  if (state_ == State::Idle && state != State::Idle) worker_.set_busy(*this);
  state_ = state;
  if (state == State::Head) begun_ = worker_.at();
  deadline_ = worker_.at() + time;
}

// Whoever moves bytes at the asked rate is not cut off; what was saved by a burst is at most one grace.
void Connection::push_deadline(std::size_t bytes) {
  const auto& settings = worker_.settings;
  const std::chrono::milliseconds earned(bytes * 1000 / std::max<std::size_t>(1, settings.bytes_a_second));
  deadline_ = std::min(deadline_ + earned, worker_.at() + settings.grace);
}

void Connection::await(Awaited awaited) {
  const auto events = [](Awaited one) -> std::uint32_t {
    if (one == Awaited::Nothing) return 0;
    return one == Awaited::Bytes ? EPOLLIN : EPOLLOUT;
  };
  // What has been decrypted already, the kernel doesn't tell of.
  if (awaited == Awaited::Bytes && stream_.holds_bytes()) worker_.post([self = shared_from_this()] { self->on_ready(); });
  if (awaited == awaited_) return;
  worker_.watch(*this, stream_.descriptor(), events(awaited_), events(awaited));
  awaited_ = awaited;
}

void Connection::on_ready() {
  switch (state_) {
    case State::Closed:
      return;
    case State::Working:
      return await(Awaited::Nothing);  // the next request waits in the kernel
    case State::Writing:
      write();
      if (state_ == State::Head) proceed();
      return;
    default:
      return read();
  }
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

void Connection::read() {
  const auto room = in_.room(state_ == State::Body ? kBodyBuffer : 0);
  const auto moved = stream_.read(room.at, room.size);
  if (moved.state == Stream::State::WantsBytes) return await(Awaited::Bytes);
  if (moved.state == Stream::State::WantsRoom) return await(Awaited::Room);
  if (moved.state == Stream::State::Ended) return close();
  if (state_ == State::Draining) {
    drained_ += moved.size;
    if (drained_ > kDrainedBytes) await(Awaited::Nothing);
    return;
  }
  in_.wrote(moved.size);
  if (state_ == State::Idle) enter(State::Head, worker_.settings.head_time);
  if (state_ == State::Body) push_deadline(moved.size);
  proceed();
}

// Goes on with the bytes at hand until more are needed, or an answer can't be given at once.
void Connection::proceed() {
  do {
    const Step step = state_ == State::Body ? take_body() : take_head();
    if (parser_.state() == RequestParser::State::Refused) return refuse(parser_.refusal());
    if (step == Step::NeedBytes) return await(Awaited::Bytes);
    if (step == Step::NoRoom) return turn_away();
    if (step == Step::Whole) answer();
  } while (state_ == State::Head);
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
  set_visitor(request_, peer_, stream_.is_encrypted() ? Wire::Secure : Wire::Plain, worker_.settings.trusted_proxies);
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
  if (told && step == Step::NeedBytes && parser_.state() == RequestParser::State::Body) stream_.write({&kContinue, 1});
  return step;
}

Connection::Step Connection::take_body() {
  in_.use(parser_.read_body(in_.unread(), body_limit_));
  if (!hold_body()) return Step::NoRoom;
  return parser_.state() == RequestParser::State::Done ? Step::Whole : Step::NeedBytes;
}

// --- What is answered ---------------------------------------------------------------------------------------------

void Connection::answer() {
  if (route_->speed == Speed::Slow) return answer_slowly();
  send(worker_.dispatch.finish(request_, worker_.dispatch.run(*route_, request_)));
}

void Connection::answer_slowly() {
  enter(State::Working, kUnwatched);
  const bool taken = worker_.pool.submit([self = shared_from_this()] {
    const Dispatch& dispatch = self->worker_.dispatch;
    self->answer_ = dispatch.finish(self->request_, dispatch.run(*self->route_, self->request_));
    self->worker_.post([self] {
      if (self->state_ == State::Closed) return;
      self->send(std::move(self->answer_));
      if (self->state_ == State::Head) self->proceed();
    });
  });
  if (taken) return;
  send(worker_.dispatch.finish(request_, too_busy()));
}

void Connection::refuse(const Refusal& refusal) {
  request_.keep_alive = false;
  send(worker_.dispatch.finish(request_, problem(refusal.status, refusal.message)));
}

void Connection::prepare(Answer answer) {
  answer_ = std::move(answer);
  after_ = request_.keep_alive && !worker_.is_finishing() ? After::KeepOpen : After::Close;
  head_.clear();
  try {
    append_head(head_, request_, answer_, worker_.date(), after_);
  } catch (const std::exception& error) {
    log_error("web: the answer to request " + short_form(request_.id) + " can't be sent: " + error.what());
    answer_ = worker_.dispatch.finish(request_, broken());
    head_.clear();
    append_head(head_, request_, answer_, worker_.date(), after_);
  }
  const auto body = request_.method == Method::Head ? Pieces{} : answer_.body();
  out_.front() = head_;
  std::copy(body.begin(), body.end(), out_.begin() + 1);
  out_size_ = head_.size() + size_of(body);
  written_ = 0;
}

void Connection::send(Answer answer) {
  prepare(std::move(answer));
  if (auto* const metrics = worker_.settings.metrics)
    metrics->count_answer(answer_.response.status, Clock::now() - begun_, out_size_);
  if (worker_.settings.logs_answers) log_answer(request_, answer_.response.status, Clock::now() - begun_, out_size_);
  enter(State::Writing, worker_.settings.grace);
  write();
}

void Connection::write() {
  while (written_ < out_size_) {
    const auto moved = stream_.write(out_, written_);
    if (moved.state == Stream::State::Ended) return close();
    if (moved.state == Stream::State::WantsRoom) return await(Awaited::Room);
    if (moved.state == Stream::State::WantsBytes) return await(Awaited::Bytes);
    written_ += moved.size;
    push_deadline(moved.size);
  }
  on_written();
}

// Leaves the state at Head if bytes of the next request are here already, at Idle if not.
void Connection::on_written() {
  answer_ = {};
  if (after_ == After::Close) return drain();
  begin_request();
  if (!in_.empty()) return enter(State::Head, worker_.settings.head_time);
  if (worker_.is_finishing()) return close();
  in_.shrink();
  enter(State::Idle, worker_.settings.idle_time);
  await(Awaited::Bytes);
}

// A connection closed with unread bytes is reset, and the client may lose the answer: what still comes is read away. Of
// an endless sender so much is not read; the full window holds it until the deadline, so that it can hear the answer.
void Connection::drain() {
  stream_.end_writing();
  if (worker_.is_finishing()) return close();
  drop_body();
  enter(State::Draining, kDrainTime);
  in_.drop();
  await(Awaited::Bytes);
}

void Connection::close() {
  if (state_ == State::Closed) return;
  worker_.forget(*this, state_ == State::Idle);
  state_ = State::Closed;
  stream_.close();
}

void Connection::finish_soon() {
  if (state_ == State::Idle || state_ == State::Draining || (state_ == State::Head && in_.empty())) close();
}

void Connection::check_deadline(Clock::time_point at) {
  if (at < deadline_ || state_ == State::Working) return;
  const bool owed = state_ == State::Body || (state_ == State::Head && !in_.empty());
  if (!owed) return close();
  // Written once and closed: the sender had its time.
  request_.keep_alive = false;
  prepare(worker_.dispatch.finish(request_, problem(Status::RequestTimeout, say::trouble::too_slow)));
  stream_.write(out_);
  stream_.end_writing();
  close();
}

}  // namespace rialto::web
