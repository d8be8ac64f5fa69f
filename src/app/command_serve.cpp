// rialto serve: the site, until it is told to stop.
#include <malloc.h>
#include <signal.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/folder_lock.h"
#include "app/name_finder.h"
#include "app/place.h"
#include "base/log.h"
#include "base/time.h"
#include "db/postgres.h"
#include "member/attempts.h"
#include "member/session.h"
#include "picture/folder.h"
#include "talk/draft.h"
#include "talk/picture.h"
#include "upkeep/housekeeping.h"
#include "web/page_plain.h"
#include "web/routes.h"
#include "web/server.h"
#include "web/site.h"

namespace rialto::app {

namespace {

constexpr const char* kExamples = R"(Examples:
  rialto serve
  rialto serve --data /srv/films --port 8080
  rialto serve --database postgresql://rialto@db.example/rialto --address 0.0.0.0
  rialto serve --behind 127.0.0.1        a proxy there speaks TLS and says who visits)";

struct Options {
  Place place;
  web::ServerSettings server;
  std::size_t cache = 64;  // MB
};

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

void wait_for_stop(const sigset_t& signals) {
  int signal = 0;
  sigwait(&signals, &signal);
}

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
          {"forgetting stray drafts", [](Db& db) { db.write(talk::forget_stray_drafts); }},
          {"clearing away stray pictures", [pictures](Db& db) { clear_away_pictures(db, pictures); }}};
}

// Once a minute, for that is how long pages are kept at most: what is written ends their time anyway.
upkeep::Housekeeping write_read_marks(Db& db, web::Site& site) {
  return {db, {{"writing down what was read", [&site](Db&) { site.read_marks().write_down(); }}}, std::chrono::minutes(1)};
}

void write_last_read_marks(web::Site& site) {
  try {
    site.read_marks().write_down();
  } catch (const DbError& error) {
    log_warning(std::string("what was read in the last minute is not written down: ") + error.what());
  }
}

// A quarter for rendered texts, the rest for whole pages.
web::SiteMemory memory_of(const Options& options) {
  const std::size_t all = options.cache << 20;
  return {.pages = all - all / 4, .texts = all / 4};
}

// Pages take and give back a few hundred kilobytes each: with glibc's own limits that memory would go back to the system
// after every page, and be fetched again page by page.
void keep_freed_memory() {
  mallopt(M_TRIM_THRESHOLD, 8 << 20);
  mallopt(M_MMAP_THRESHOLD, 8 << 20);
  mallopt(M_TOP_PAD, 1 << 20);
}

void run_serve(Options options) {
  keep_freed_memory();
  // Blocked before any thread starts, so that no thread takes them.
  const auto signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  const auto lock = lock_folder(options.place);
  const auto db = open_for_visitors(options.place);
  const auto pictures = pictures_at(options.place);
  film::NamesKnown names(lexicon_at(options.place));
  web::Site site(*db, memory_of(options), pictures, names);
  options.server.metrics = &site.metrics();
  const web::Router router(web::routes_of(site));
  auto server = web::Server::start(options.server, router);
  if (!server) throw CommandFailed(server.error().message);
  const auto listening = (*server)->listening();
  std::cout << "Rialto is open: http://" << listening.address << ":" << listening.port << std::endl;
  const upkeep::Housekeeping housekeeping(*db, chores(pictures));
  const NameFinder finder(*db, names);
  {
    const auto reading = write_read_marks(*db, site);
    wait_for_stop(signals);
    (*server)->stop();
  }
  write_last_read_marks(site);
}

}  // namespace

void add_serve(CLI::App& app) {
  auto* const command = app.add_subcommand("serve", "Open the site to visitors");
  const auto options = std::make_shared<Options>();
  options->server.error_page = web::house_error_page;
  add_place_options(*command, options->place);
  command->add_option("--address", options->server.address, "Address to listen on")->capture_default_str();
  command->add_option("--port", options->server.port, "Port to listen on; 0 takes any free one")->capture_default_str();
  command->add_option("--cache", options->cache, "Memory for pages and texts that are kept ready, in MB; 0 keeps none")
      ->check(CLI::Range(0, 1 << 20))
      ->capture_default_str();
  command->add_option("--behind", options->server.trusted_proxies,
                      "Address of a proxy that is believed (may be repeated)");
  command->footer(kExamples);
  command->callback([options] { run_serve(*options); });
}

}  // namespace rialto::app
