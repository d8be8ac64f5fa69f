// What all page handlers share: the database, and what admins decided, kept in memory for a moment.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "base/time.h"
#include "member/setting.h"
#include "text/mask.h"

namespace rialto {
class Db;
}

namespace rialto::web {

// Settings and word list as they were read together.
struct House {
  member::Settings settings;
  text::WordMask mask;
  Time read_at;
};

class Site {
 public:
  explicit Site(Db& db);

  Db& db() { return db_; }

  // At most two seconds old, so that several nodes agree soon; at once after renew_house().
  std::shared_ptr<const House> house();

  // For handlers that changed a setting or the word list.
  void renew_house();

 private:
  std::shared_ptr<const House> read_house();

  Db& db_;
  std::mutex mutex_;  // guards house_
  std::shared_ptr<const House> house_;
};

}  // namespace rialto::web
