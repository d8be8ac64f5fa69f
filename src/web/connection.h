// One client: reads its requests and writes the answers, one after another. Lives on its worker's thread; only a slow
// handler runs elsewhere, and then nothing else touches the connection. Kept by the worker's lists, and by the slow handler.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <string_view>

#include "web/body_room.h"
#include "web/head.h"
#include "web/http.h"
#include "web/input_buffer.h"
#include "web/parser.h"
#include "web/router.h"
#include "web/stream.h"

namespace rialto::web {

// How long is read away what a client still sends whose connection ends.
inline constexpr std::chrono::milliseconds kDrainTime{2'000};

class Worker;

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Clock = std::chrono::steady_clock;

  Connection(Worker& worker, Stream stream, std::string peer);

  void start();
  // Answered with 503: there is no room.
  void turn_away();
  // Bytes have come or can be written, or the other side is gone.
  void on_ready();
  void close();
  // Closed if nothing of a request has arrived; otherwise it ends after its answer.
  void finish_soon();
  // Cuts whoever is too slow.
  void check_deadline(Clock::time_point at);
  // A request has begun and is not here yet.
  bool is_sending() const { return state_ == State::Head || state_ == State::Body; }

  std::list<std::shared_ptr<Connection>>::iterator place;  // the worker's

 private:
  enum class State { Idle, Head, Body, Working, Writing, Draining, Closed };
  enum class Step { NeedBytes, Whole, Answered, NoRoom };
  // What the worker is asked to tell of. Nothing: not even that the other side is gone.
  enum class Awaited { Nothing, Bytes, Room };

  // What arrives
  void read();
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
  void prepare(Answer answer);
  void write();
  void on_written();
  void drain();

  void enter(State state, std::chrono::milliseconds time);
  void push_deadline(std::size_t bytes);
  void await(Awaited awaited);

  Worker& worker_;
  Stream stream_;
  const std::string peer_;

  State state_ = State::Head;
  Awaited awaited_ = Awaited::Nothing;
  Clock::time_point deadline_{};
  Clock::time_point begun_{};  // when the first byte of the request was here

  InputBuffer in_;
  std::size_t drained_ = 0;
  RequestParser parser_;
  Request request_;
  const Route* route_ = nullptr;
  std::size_t body_limit_ = 0;
  HeldRoom held_;

  Answer answer_;
  std::string head_;
  std::array<std::string_view, 1 + kMostPieces> out_;  // head_ and the pieces of answer_
  std::size_t out_size_ = 0, written_ = 0;             // bytes
  After after_ = After::KeepOpen;
};

}  // namespace rialto::web
