// The site as it stands open at one place, from the first visitor to the last.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "app/folder_lock.h"
#include "app/name_finder.h"
#include "app/place.h"
#include "picture/folder.h"
#include "upkeep/housekeeping.h"
#include "web/router.h"
#include "web/server.h"
#include "web/site.h"

namespace rialto::app {

struct Opening {
  Place place;
  std::string replica;  // postgresql://…, which visitors read from; empty: none
  web::ServerSettings server;
  std::size_t cache = 64;  // MB, for pages and texts that are kept ready
};

class OpenSite {
 public:
  // Listens and answers from now on. Throws CommandFailed with a sentence, or DbError.
  explicit OpenSite(const Opening& opening);

  const Opening& opening() const { return opening_; }
  const web::Listening& listening() const { return server_->listening(); }

  // What goes on beside the visits.
  void begin_work();

  // It lives elsewhere since it was opened: rialto move-to has changed the note in its folder.
  bool has_moved() const;

  // The visits under way end, then the work.
  void close();

 private:
  void write_last_read_marks();

  const Opening opening_;
  const std::optional<std::string> note_;
  const std::optional<FolderLock> lock_;
  const picture::Folder pictures_;
  const std::unique_ptr<Db> db_;
  const std::unique_ptr<Lease> lease_;
  film::NamesKnown names_;
  web::Site site_;
  const std::unique_ptr<Db> replica_;         // empty: none
  const std::unique_ptr<web::Site> visitors_;  // over the replica
  const web::Router router_;
  std::unique_ptr<web::Server> server_;
  std::optional<upkeep::Housekeeping> housekeeping_;
  std::optional<NameFinder> finder_;
  std::optional<upkeep::Housekeeping> reading_;
};

// The same site, or, where it has moved, the one at its new place, open and at work. That one listens at the same port before the
// old one closes, so that nobody stands before a shut door. Where it can't be opened the old one stays, and the log says why.
std::unique_ptr<OpenSite> where_it_lives(std::unique_ptr<OpenSite> site);

}  // namespace rialto::app
