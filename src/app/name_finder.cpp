#include "app/name_finder.h"

#include <chrono>
#include <exception>
#include <utility>

#include "base/log.h"
#include "talk/mention.h"

namespace rialto::app {

namespace {

constexpr std::chrono::seconds kEvery{2};
constexpr std::chrono::seconds kSettled{60};  // since the last change of the catalogue, before all texts are read again

}  // namespace

NameFinder::NameFinder(Db& db, std::string lexicon) : db_(db), names_(std::move(lexicon)), thread_([this] { work(); }) {}

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
      look_at_catalogue();
      find_all();
    } catch (const std::exception& error) {
      log_warning(std::string("names: finding them in posts failed and is tried again: ") + error.what());
    }
  } while (wait());
}

void NameFinder::look_at_catalogue() {
  const auto state = db_.read([](Tx& tx) { return film::catalogue_state(tx); });
  const auto now = std::chrono::steady_clock::now();
  if (!(state == catalogue_)) {
    catalogue_ = state;
    seen_since_ = now;
    told_ = false;
  }
  if (told_ || now - seen_since_ < kSettled) return;
  db_.write([&](Tx& tx) { talk::names_of_catalogue(tx, film::stamp_of(state)); });
  told_ = true;
}

// The names are only read where there is a text to read them for.
void NameFinder::find_all() {
  while (db_.read([](Tx& tx) { return talk::are_names_due(tx); })) {
    talk::find_names(db_, *names_.linker(db_));
    const std::lock_guard lock(mutex_);
    if (stopped_) return;
  }
}

bool NameFinder::wait() {
  std::unique_lock lock(mutex_);
  return !changed_.wait_for(lock, kEvery, [this] { return stopped_; });
}

}  // namespace rialto::app
