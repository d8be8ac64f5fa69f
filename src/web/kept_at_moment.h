// Values that were read from the database, kept for exactly as long as nobody has written since (Db::moment()).
#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/id.h"
#include "db/db.h"

namespace rialto::web {

template <class Key, class Value>
class KeptAtMoment {
 public:
  // Of at most so many keys; with one more, all are forgotten.
  explicit KeptAtMoment(std::size_t most) : most_(most) {}

  // The value as it was read at `moment` or later; `read` reads it where it isn't kept. Safe from any thread; two may
  // read at the same time.
  template <class Read>
  Value get(const Key& key, const Moment& moment, Read read) {
    {
      const std::lock_guard lock(mutex_);
      if (moment == moment_)
        if (const auto kept = values_.find(key); kept != values_.end()) return kept->second;
    }
    Value value = read();
    const std::lock_guard lock(mutex_);
    if (moment != moment_ || values_.size() >= most_) values_.clear();
    moment_ = moment;
    values_.insert_or_assign(key, value);
    return value;
  }

 private:
  const std::size_t most_;

  // Guarded by mutex_.
  std::mutex mutex_;
  Moment moment_;
  std::unordered_map<Key, Value> values_;
};

// A key for what is kept of one member and several things: no two look alike.
template <class Tag>
std::string key_of(MemberId member, const std::vector<Id<Tag>>& things) {
  std::string key;
  key.reserve((things.size() + 1) * sizeof member.value);
  const auto append = [&key](std::int64_t value) { key.append(reinterpret_cast<const char*>(&value), sizeof value); };
  append(member.value);
  for (const auto thing : things) append(thing.value);
  return key;
}

}  // namespace rialto::web
