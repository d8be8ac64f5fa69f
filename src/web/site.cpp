#include "web/site.h"

#include "db/db.h"
#include "film/film.h"
#include "member/secret.h"
#include "member/session.h"
#include "talk/moderation.h"
#include "talk/seen.h"

namespace rialto::web {

namespace {

constexpr Seconds kShelvesKept{60};
constexpr int kThreadsRead = 300;  // of one member: where they look for news
constexpr int kChoices = 60;  // genres and countries that a list can be narrowed by

}  // namespace

Site::Site(Db& db, SiteMemory memory, picture::Folder pictures, const film::NamesKnown& names)
    : db_(db), pictures_(std::move(pictures)), names_(names), pages_(memory.pages), texts_(memory.texts) {}

std::shared_ptr<const House> Site::house(const Moment& moment) {
  return house_.get(0, moment, [this] { return read_house(); });
}

std::shared_ptr<const House> Site::read_house() {
  auto fresh = db_.read([](Tx& tx) {
    return std::make_shared<const House>(House{.settings = member::read_settings(tx), .mask = text::WordMask(talk::masked_words(tx))});
  });
  const std::lock_guard lock(mutex_);
  if (!last_house_ || !last_house_->says_the_same(*fresh)) last_house_ = std::move(fresh);
  return last_house_;
}

member::Viewer Site::viewer(std::string_view token, const Moment& moment, Time at) {
  auto viewer = viewers_.get(member::token_digest(token), moment, [&] {
    return db_.read([&](Tx& tx) { return member::find_viewer(tx, token, at); });
  });
  if (viewer.signed_in() && viewer.seen <= at - member::kSessionLife) return {};
  return viewer;
}

std::vector<film::Seen> Site::seen(MemberId member, const std::vector<FilmId>& films, const Moment& moment) {
  return seen_.get(key_of(member, films), moment, [&] {
    return db_.read([&](Tx& tx) { return talk::seen_by(tx, member, films); });
  });
}

std::shared_ptr<const std::vector<ThreadRead>> Site::threads_read(MemberId member, const Moment& moment) {
  return threads_read_.get(member, moment, [&] {
    return db_.read([&](Tx& tx) {
      return std::make_shared<const std::vector<ThreadRead>>(web::threads_read(tx, talk::read_marks_lately(tx, member, kThreadsRead)));
    });
  });
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

}  // namespace rialto::web
