// Shared pages in memory, each in the codings that were asked for, compressed once. A page is used only as it would be
// made now: it bears the stamp under which it was last seen to be so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/time.h"
#include "db/db.h"
#include "web/fingerprint.h"
#include "web/page_now.h"
#include "web/splice.h"

namespace rialto::web {

class ReadTrace;
struct House;
struct Shown;

// What a page is made from besides its key: the state of the database, the minute that it calls now, and the house.
struct Stamp {
  Moment moment;
  Time minute;
  std::shared_ptr<const House> house = nullptr;  // the same object as long as it says the same (Site::house)
};

// A page as it was made: under this stamp, and true until then if nobody writes (web/page_now.h).
struct MadePage {
  Stamp stamp;
  Time true_until = kForever;
  std::string_view before, after;  // its hole
  std::shared_ptr<const Shown> shown;
  std::shared_ptr<const ReadTrace> trace = nullptr;  // without it the page ends with the next write
};

// A page ready to be sent, whole but for its hole.
struct KeptPage {
  std::shared_ptr<const Halves> halves;
  std::string tag;  // a digest of the page, the same on every node
};

// How a page is wanted: Brotli is made for a hole's size (web/splice.h).
struct Wanted {
  Coding coding = Coding::Identity;
  std::size_t hole_size = 0;
};

// Least recently used pages go first. Those that were asked for once only are kept apart and go before all others, so
// that a crawler which reads everything takes away nothing that people read.
class PageCache {
 public:
  // In bytes, of pages and what keeping them takes; 0 keeps nothing. Safe from any thread.
  explicit PageCache(std::size_t most);

  // What the page was made from, if it is kept and would be true under this stamp but that somebody has written since.
  std::shared_ptr<const ReadTrace> trace_of_old(std::string_view key, const Stamp& stamp) const;

  // The page that was made from this is true at this moment too.
  void renew(std::string_view key, const std::shared_ptr<const ReadTrace>& trace, const Moment& moment);

  // What stands on the page (web/shown.h; may be empty), if it is kept in any coding and is true under this stamp.
  std::optional<std::shared_ptr<const Shown>> shown(std::string_view key, const Stamp& stamp) const;

  // The page if it is kept in this coding and is true under this stamp; otherwise `halves` is empty.
  KeptPage find(std::string_view key, const Stamp& stamp, Wanted wanted);

  // Takes a page as a handler made it just now. Compresses it only where it isn't the page that is kept already.
  KeptPage keep(std::string_view key, const MadePage& made, Wanted wanted);

  bool keeps() const { return most_ > 0; }
  std::size_t size() const;  // bytes at present

  struct Counts {
    std::size_t bytes = 0;  // at present
    std::uint64_t found = 0, made = 0, renewed = 0;
  };
  Counts counts() const;

 private:
  struct Page {
    std::string key;
    Stamp stamp;
    Time true_until;
    Fingerprint before, after;
    std::string tag;
    std::shared_ptr<const Shown> shown;
    std::shared_ptr<const ReadTrace> trace;
    std::vector<std::shared_ptr<const Halves>> halves;
    std::size_t size = 0;
    bool read_again = false;

    bool is_of(const Stamp& now) const {
      return stamp.house == now.house && stamp.minute <= now.minute && now.minute < true_until;
    }
    bool is_true(const Stamp& now) const { return stamp.moment == now.moment && is_of(now); }
    void take(const MadePage& made);
  };
  using Pages = std::list<Page>;  // the front was used last

  KeptPage same_page(std::string_view key, const MadePage& made, Fingerprint before, Fingerprint after, Wanted wanted,
                     std::string& tag);
  Pages::iterator place_for(std::string_view key);
  void use(Pages::iterator page);
  void resize(Page& page);
  void make_room();

  const std::size_t most_;

  // Guarded by mutex_.
  mutable std::mutex mutex_;
  Pages once_, again_;  // read once; read again since they were made
  std::size_t once_size_ = 0, again_size_ = 0;
  std::uint64_t found_ = 0, made_ = 0, renewed_ = 0;
  std::unordered_map<std::string_view, Pages::iterator> places_;  // by the key in the page
};

}  // namespace rialto::web
