// Rendered texts in memory: what hasn't changed isn't parsed again. Everything that a result depends on is in its
// fingerprint, so nothing here grows old; what wasn't asked for lately makes room.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/markup.h"
#include "web/fingerprint.h"

namespace rialto::web {

// Two generations: when the young one has half of the room, it becomes the old one; what is found in the old one is
// young again.
template <class Value>
class Generations {
 public:
  // In bytes, 0 keeps nothing. Safe from any thread.
  explicit Generations(std::size_t most) : most_(most) {}

  std::shared_ptr<const Value> find(const Fingerprint& key) {
    const std::lock_guard lock(mutex_);
    if (const auto found = young_.find(key); found != young_.end()) return found->second.value;
    const auto found = old_.find(key);
    if (found == old_.end()) return nullptr;
    auto value = found->second.value;
    put(key, found->second);
    return value;
  }

  void keep(const Fingerprint& key, std::shared_ptr<const Value> value, std::size_t size) {
    const std::lock_guard lock(mutex_);
    if (most_ > 0) put(key, {std::move(value), size + kOverhead});
  }

 private:
  static constexpr std::size_t kOverhead = 128;  // of one value, in the table

  struct Kept {
    std::shared_ptr<const Value> value;
    std::size_t size;
  };
  struct Hash {
    std::size_t operator()(const Fingerprint& of) const { return of.first; }
  };

  void put(const Fingerprint& key, Kept kept) {
    young_size_ += kept.size;
    young_.insert_or_assign(key, std::move(kept));
    if (young_size_ < most_ / 2) return;
    old_ = std::move(young_);
    young_.clear();
    young_size_ = 0;
  }

  const std::size_t most_;

  // Guarded by mutex_.
  std::mutex mutex_;
  std::unordered_map<Fingerprint, Kept, Hash> young_, old_;
  std::size_t young_size_ = 0;
};

// A text, and what it refers to (text::references_of).
struct NotedText {
  Fingerprint mark;
  std::shared_ptr<const text::References> references;
};

class KeptTexts {
 public:
  explicit KeptTexts(std::size_t most) : references_(most / 4), html_(most - most / 4) {}

  NotedText note(std::string_view markdown);

  // What `render` gives for `ingredients`: the text's mark, and all else that its rendering depends on.
  std::shared_ptr<const text::SafeHtml> rendered(const std::string& ingredients,
                                                 const std::function<text::SafeHtml()>& render);

 private:
  Generations<text::References> references_;
  Generations<text::SafeHtml> html_;
};

}  // namespace rialto::web
