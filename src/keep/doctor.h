// Whether a site is whole: its file, what people wrote, and whether what is computed from that agrees with it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "db/db.h"

namespace rialto::keep {

// Damage: something that was written is missing or broken; only a backup brings it back. Computed: it can be made again
// from what was written.
enum class Gravity { Damage, Computed };

struct Finding {
  enum class State { Well, Wrong, Mended };

  std::string claim;  // "every thread counts its posts"
  Gravity gravity = Gravity::Computed;
  State state = State::Well;
  std::vector<std::string> wrong;  // what contradicts it, at most `kMostTold`
  std::int64_t count = 0;          // how much does, in all
};

inline constexpr std::size_t kMostTold = 5;

enum class Mend { No, Yes };

// Examines everything, reading each table about once; `on_claim` hears of each claim before it is looked into. Mending
// makes computed things again where they are wrong, and writes nothing else. What can't be read is a finding.
std::vector<Finding> examine(Db& db, Mend mend, const std::function<void(const std::string& claim)>& on_claim = {});

// "every thread counts its posts: thread 42 tells of 3 and has 4 (and 7 more)"
std::string sentence_of(const Finding& finding);

}  // namespace rialto::keep
