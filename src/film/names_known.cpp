#include "film/names_known.h"

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace rialto::film {

namespace {

// Whole or not at all: others may have the old file mapped.
void write_file(const std::string& path, const std::string& bytes) {
  const auto fresh = path + "." + std::to_string(::getpid());
  {
    std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) {
      std::remove(fresh.c_str());
      throw std::runtime_error("names: " + path + " can't be written; is there space left?");
    }
  }
  std::filesystem::rename(fresh, path);
}

}  // namespace

NamesKnown::NamesKnown(std::string file) : file_(std::move(file)) {
  auto kept = text::Lexicon::open(file_);
  if (!kept) return;
  const auto state = state_in((*kept)->stamp());
  if (!state) return;
  base_ = *kept;
  base_state_ = *state;
  at_hand_ = std::make_shared<text::Linker>(text::Lexicons{base_});
}

bool NamesKnown::base_fits(const CatalogueState& now) const {
  return base_ && base_state_.last_import == now.last_import && base_state_.newest_film <= now.newest_film && base_state_.newest_change <= now.newest_change;
}

void NamesKnown::make_base(Db& db) {
  const auto bytes = db.read([](Tx& tx) { return whole_lexicon(tx, catalogue_state(tx)); });
  write_file(file_, bytes);
  auto made = text::Lexicon::open(file_);
  if (!made) throw std::runtime_error(made.error().message);
  base_ = *made;
  base_state_ = state_in(base_->stamp()).value_or(CatalogueState{});
}

std::shared_ptr<const text::Linker> NamesKnown::linker(Db& db) {
  const std::lock_guard lock(mutex_);
  const auto now = db.read([](Tx& tx) { return catalogue_state(tx); });
  if (linker_ && now == state_) return linker_;
  if (!base_fits(now)) make_base(db);
  text::Lexicons lexicons;
  if (!(base_state_ == now)) {
    const auto since = db.read([&](Tx& tx) { return lexicon_since(tx, base_state_, now); });
    if (!since) {
      make_base(db);
    } else if (auto added = text::Lexicon::over(*since)) {
      lexicons.push_back(*added);
    }
  }
  lexicons.push_back(base_);
  state_ = now;
  linker_ = std::make_shared<text::Linker>(std::move(lexicons));
  const std::lock_guard hand_lock(hand_mutex_);
  at_hand_ = linker_;
  return linker_;
}

std::shared_ptr<const text::Linker> NamesKnown::at_hand() const {
  const std::lock_guard lock(hand_mutex_);
  return at_hand_;
}

}  // namespace rialto::film
