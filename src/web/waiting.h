// What waits for moderators and admins.
#pragma once

#include <cstdint>

#include "member/viewer.h"

namespace rialto {
class Tx;
}

namespace rialto::web {

struct Waiting {
  std::int64_t reports = 0;
  std::int64_t doubts = 0;     // imported pages whose film is not clear
  std::int64_t approvals = 0;  // people who asked to join; admins' alone

  std::int64_t all() const { return reports + doubts + approvals; }
};

// What this viewer may decide; nothing for those who don't moderate.
Waiting read_waiting(Tx& tx, const member::Viewer& viewer);

}  // namespace rialto::web
