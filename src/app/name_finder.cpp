#include "app/name_finder.h"

#include <chrono>
#include <exception>
#include <utility>

#include "base/log.h"
#include "base/time.h"
#include "talk/find_names.h"

namespace rialto::app {

namespace {

constexpr std::chrono::seconds kEvery{2};
constexpr std::chrono::seconds kSettled{60};  // since the last change of the catalogue, before texts are read again

}  // namespace

NameFinder::NameFinder(Db& db, Lease& lease, film::NamesKnown& names)
    : db_(db), lease_(lease), names_(names), thread_([this] { work(); }) {}

NameFinder::~NameFinder() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void NameFinder::work() {
  do {
    try {
      if (!lease_.holds()) continue;
      look_at_catalogue();
      find_all();
    } catch (const std::exception& error) {
      log_warning(std::string("names: finding them in posts failed and is tried again: ") + error.what());
    }
  } while (wait());
}

void NameFinder::look_at_catalogue() {
  const auto state = db_.read([](Tx& tx) { return film::catalogue_state(tx); });
  const auto at = std::chrono::steady_clock::now();
  if (!(state == catalogue_)) {
    catalogue_ = state;
    seen_since_ = at;
  }
  if (at - seen_since_ < kSettled) return;
  if (db_.read([&](Tx& tx) { return talk::is_reading_again_due(tx, state, now()); }))
    db_.write([&](Tx& tx) { talk::read_again(tx, state, now()); });
}

// What was just written goes before what is read again.
void NameFinder::find_all() {
  find_due();
  while (!is_stopped() && db_.read([](Tx& tx) { return talk::are_more_to_come(tx); })) {
    db_.write([](Tx& tx) { talk::make_more_due(tx); });
    find_due();
  }
}

// The names are only read where there is a text to read them for.
void NameFinder::find_due() {
  while (!is_stopped() && db_.read([](Tx& tx) { return talk::are_names_due(tx); }))
    if (talk::find_names(db_, *names_.linker(db_)) == 0) return;
}

bool NameFinder::is_stopped() {
  const std::lock_guard lock(mutex_);
  return stopped_;
}

bool NameFinder::wait() {
  std::unique_lock lock(mutex_);
  return !changed_.wait_for(lock, kEvery, [this] { return stopped_; });
}

}  // namespace rialto::app
