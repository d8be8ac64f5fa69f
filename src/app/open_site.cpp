#include "app/open_site.h"

#include <chrono>
#include <exception>
#include <utility>
#include <vector>

#include "app/commands.h"
#include "base/log.h"
#include "base/time.h"
#include "db/postgres.h"
#include "member/attempts.h"
#include "member/session.h"
#include "talk/draft.h"
#include "talk/picture.h"
#include "talk/write.h"
#include "web/routes.h"
#include "web/visitors_routes.h"

namespace rialto::app {

namespace {

// Several nodes may serve one PostgreSQL database; a file has one.
std::optional<FolderLock> lock_folder(const Place& place) {
  if (is_postgres(database_at(place))) return std::nullopt;
  return std::optional<FolderLock>(std::in_place, place.data);
}

// Files go once nothing speaks of them for certain.
void clear_away_pictures(Db& db, const picture::Folder& folder) {
  for (const auto& picture : db.write(talk::forget_stray_pictures))
    folder.drop(picture.key, static_cast<int>(picture.width));
}

std::vector<upkeep::Chore> chores(const picture::Folder& pictures) {
  return {{"ending idle sessions", [](Db& db) { db.write([](Tx& tx) { member::purge_sessions(tx, now()); }); }},
          {"forgetting attempts to sign in", [](Db& db) { db.write([](Tx& tx) { member::purge_attempts(tx, now()); }); }},
          {"forgetting forms that came", [](Db& db) { db.write(talk::forget_sent); }},
          {"forgetting stray drafts", [](Db& db) { db.write(talk::forget_stray_drafts); }},
          {"clearing away stray pictures", [pictures](Db& db) { clear_away_pictures(db, pictures); }}};
}

// A quarter for rendered texts, the rest for whole pages; with a replica each of the two sites has half.
web::SiteMemory memory_of(const Opening& opening) {
  const std::size_t all = (opening.cache << 20) / (opening.replica.empty() ? 1 : 2);
  return {.pages = all - all / 4, .texts = all / 4};
}

std::unique_ptr<Db> open_replica(const Opening& opening, Engine engine) {
  if (opening.replica.empty()) return nullptr;
  if (engine != Engine::Postgres) throw CommandFailed("--read-from names a replica of a PostgreSQL database, and this site is in a folder.");
  return open_replica_for_visitors(opening.replica);
}

std::vector<web::Route> routes_of(web::Site& site, web::Site* visitors) {
  auto routes = web::routes_of(site);
  return visitors ? web::with_visitors_apart(std::move(routes), web::routes_of(*visitors)) : routes;
}

// Once a minute, for that is how long pages are kept at most: what is written ends their time anyway.
constexpr std::chrono::minutes kReadMarksEvery{1};

}  // namespace

OpenSite::OpenSite(const Opening& opening)
    : opening_(opening),
      note_(noted_move(opening.place)),
      lock_(lock_folder(opening.place)),
      pictures_(pictures_at(opening.place)),
      db_(open_for_visitors(opening.place)),
      lease_(open_lease(database_at(opening.place))),
      names_(lexicon_at(opening.place)),
      site_(*db_, memory_of(opening), pictures_, names_),
      replica_(open_replica(opening, db_->engine())),
      visitors_(replica_ ? std::make_unique<web::Site>(*replica_, memory_of(opening), pictures_, names_) : nullptr),
      router_(routes_of(site_, visitors_.get())) {
  auto settings = opening.server;
  settings.metrics = &site_.metrics();
  auto server = web::Server::start(settings, router_);
  if (!server) throw CommandFailed(server.error().message);
  server_ = std::move(*server);
}

void OpenSite::begin_work() {
  housekeeping_.emplace(*db_, chores(pictures_), std::chrono::hours(1), lease_.get());
  finder_.emplace(*db_, *lease_, names_);
  reading_.emplace(*db_, std::vector<upkeep::Chore>{{"writing down what was read", [this](Db&) { site_.read_marks().write_down(); }}},
                   kReadMarksEvery);
}

bool OpenSite::has_moved() const {
  return noted_move(opening_.place) != note_;
}

void OpenSite::close() {
  server_->stop();
  reading_.reset();
  write_last_read_marks();
  finder_.reset();
  housekeeping_.reset();
}

void OpenSite::write_last_read_marks() {
  try {
    site_.read_marks().write_down();
  } catch (const DbError& error) {
    log_warning(std::string("what was read in the last minute is not written down: ") + error.what());
  }
}

std::unique_ptr<OpenSite> where_it_lives(std::unique_ptr<OpenSite> site) {
  if (!site->has_moved()) return site;
  auto opening = site->opening();
  opening.place.database.clear();
  opening.replica.clear();
  opening.server.port = site->listening().port;
  opening.server.shares_port = true;
  std::unique_ptr<OpenSite> next;
  try {
    present_database_at(opening.place);
    next = std::make_unique<OpenSite>(opening);
  } catch (const std::exception& error) {
    log_error(std::string("the site has moved, and can't be opened at its new place yet: ") + error.what());
    return site;
  }
  site->close();
  site.reset();
  next->begin_work();
  log_info("the site has moved, and is open at its new place");
  return next;
}

}  // namespace rialto::app
