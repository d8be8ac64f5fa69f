#include "web/site.h"

#include "db/db.h"
#include "film/film.h"
#include "talk/moderation.h"

namespace rialto::web {

namespace {

constexpr Seconds kHouseKept{2};
constexpr Seconds kShelvesKept{60};
constexpr int kChoices = 60;  // genres and countries that a list can be narrowed by

}  // namespace

Site::Site(Db& db) : db_(db), house_(read_house()) {}

std::shared_ptr<const House> Site::house() {
  {
    const std::lock_guard lock(mutex_);
    if (now() < house_->read_at + kHouseKept) return house_;
  }
  renew_house();
  const std::lock_guard lock(mutex_);
  return house_;
}

void Site::renew_house() {
  auto fresh = read_house();
  const std::lock_guard lock(mutex_);
  house_ = std::move(fresh);
}

std::shared_ptr<const Shelves> Site::shelves() {
  {
    const std::lock_guard lock(mutex_);
    if (shelves_ && now() < shelves_->read_at + kShelvesKept) return shelves_;
  }
  auto fresh = db_.read([](Tx& tx) {
    return std::make_shared<const Shelves>(Shelves{.films = film::count_films(tx),
                                                   .genres = film::common_genres(tx, kChoices),
                                                   .countries = film::common_countries(tx, kChoices),
                                                   .read_at = now()});
  });
  const std::lock_guard lock(mutex_);
  shelves_ = fresh;
  return fresh;
}

std::shared_ptr<const House> Site::read_house() {
  return db_.read([](Tx& tx) {
    return std::make_shared<const House>(
        House{.settings = member::read_settings(tx), .mask = text::WordMask(talk::masked_words(tx)), .read_at = now()});
  });
}

}  // namespace rialto::web
