// What all page handlers share: the database, and what admins decided, kept in memory for a moment.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/time.h"
#include "film/film_list.h"
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

// How large the catalogue is, and what its lists can be narrowed by: counted over all films.
struct Shelves {
  std::int64_t films = 0;
  std::vector<film::Counted> genres;
  std::vector<film::Counted> countries;
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

  // At most a minute old.
  std::shared_ptr<const Shelves> shelves();

 private:
  std::shared_ptr<const House> read_house();

  Db& db_;

  // Guarded by mutex_.
  std::mutex mutex_;
  std::shared_ptr<const House> house_;
  std::shared_ptr<const Shelves> shelves_;  // empty until somebody asks
};

}  // namespace rialto::web
