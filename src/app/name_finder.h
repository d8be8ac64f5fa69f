// Finds what posts name, beside the open site: a moment after each was written, and anew with a changed catalogue.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "db/lease.h"
#include "film/names_known.h"

namespace rialto::app {

class NameFinder {
 public:
  // lease: texts are read only while this node has the work.
  NameFinder(Db& db, Lease& lease, film::NamesKnown& names);
  ~NameFinder();
  NameFinder(const NameFinder&) = delete;
  NameFinder& operator=(const NameFinder&) = delete;

 private:
  void work();
  void look_at_catalogue();
  void find_all();
  void find_due();
  bool is_stopped();
  bool wait();  // false: it is time to go

  Db& db_;
  Lease& lease_;
  film::NamesKnown& names_;
  film::CatalogueState catalogue_;  // as it was last seen
  std::chrono::steady_clock::time_point seen_since_;

  std::mutex mutex_;  // guards stopped_
  std::condition_variable changed_;
  bool stopped_ = false;

  std::thread thread_;
};

}  // namespace rialto::app
