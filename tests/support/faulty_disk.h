// A disk for SQLite that fails as real ones do: full, unreadable, or without power, when what was not synced is kept,
// lost, or torn within a page. It stands between SQLite and the real files, for connections opened while it lives.
#pragma once

#include <memory>
#include <random>

namespace rialto {

class FaultyDisk {
 public:
  enum class Fault { Full, Write, Read, Sync };
  enum class Lasting { Once, UntilMended };

  // SQLite's default from now on. One at a time; every connection is closed before it goes.
  FaultyDisk();
  ~FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  // The nth call of that kind from now fails (1: the next), and after it all of them if it is lasting.
  void fail(Fault fault, long nth, Lasting lasting);
  void mend();
  // Whether the nth call came.
  bool has_failed() const;

  // After this many more writes and syncs everything fails, until power_back().
  void cut_power_after(long calls);
  bool has_power() const;
  // The files as a disk may hold them after the cut: all that was synced, and of the rest what the dice say. Every
  // connection is closed.
  void power_back(std::mt19937& dice);

  class State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace rialto
