// Records whose film is in doubt: they wait until a moderator says which it is, or that they shall stay out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "import/film_lookup.h"

namespace rialto::imports {

enum class DoubtState { Waits = 0, Imported = 1, ThrownAway = 2 };

struct Doubt {
  DoubtId id;
  std::string digest;  // of the record, unique (import/convert.h)
  std::string record;  // a JSON line
  std::string file;
  std::string why;
  std::vector<FilmCandidate> candidates;  // where read: only their film and why
  DoubtState state = DoubtState::Waits;
  Time at;
};

struct KnownDoubt {
  DoubtId id;
  DoubtState state = DoubtState::Waits;
};
std::optional<KnownDoubt> known_doubt(Tx& tx, const std::string& digest);

// Its id and time are given here; the digest must not be known.
DoubtId add_doubt(Tx& tx, const Doubt& doubt);

std::optional<Doubt> find_doubt(Tx& tx, DoubtId id);
std::vector<Doubt> waiting_doubts(Tx& tx, int page, int per_page);  // oldest first; page from 1

struct DoubtCounts {
  std::int64_t waiting = 0;
  std::int64_t settled = 0;
};
DoubtCounts count_doubts(Tx& tx);

// `by`: nobody where an import settled it by itself. False if it no longer waits.
bool close_doubt(Tx& tx, DoubtId id, DoubtState outcome, std::optional<MemberId> by);

}  // namespace rialto::imports
