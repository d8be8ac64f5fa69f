// What all page handlers share: the database, and what admins decided, kept in memory for a moment.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "film/film_list.h"
#include "film/names_known.h"
#include "film/spoiler.h"
#include "member/setting.h"
#include "member/viewer.h"
#include "picture/folder.h"
#include "text/mask.h"
#include "web/kept_at_moment.h"
#include "web/kept_texts.h"
#include "web/lobby_cards.h"
#include "web/metrics.h"
#include "web/pace.h"
#include "web/page_cache.h"
#include "web/read_marks.h"
#include "web/threads_read.h"
#include "web/writing_pace.h"

namespace rialto::web {

// Settings and word list as they were read together.
struct House {
  member::Settings settings;
  text::WordMask mask;

  bool says_the_same(const House& other) const { return settings == other.settings && mask.key() == other.mask.key(); }
};

// How large the catalogue is, and what its lists can be narrowed by: counted over all films.
struct Shelves {
  std::int64_t films = 0;
  std::vector<film::Counted> genres;
  std::vector<film::Counted> countries;
  Time read_at;
};

// How much may be kept, in bytes; 0 keeps nothing.
struct SiteMemory {
  std::size_t pages = 0;
  std::size_t texts = 0;  // rendered, for pages that have to be made again
};

class Site {
 public:
  // `pictures`: where the files of pictures lie. `names`: what texts are read for, where somebody looks at what they write.
  Site(Db& db, SiteMemory memory, picture::Folder pictures, const film::NamesKnown& names);

  Db& db() { return db_; }
  const picture::Folder& pictures() const { return pictures_; }
  const film::NamesKnown& names() const { return names_; }
  // For what is asked while somebody types.
  Pace& typing() { return typing_; }
  // For pictures that are sent.
  Pace& sending() { return sending_; }

  // For words that are sent to stand.
  WritingPace& writing() { return writing_; }

  // As it is at `moment` or later; the same object as long as it says the same.
  std::shared_ptr<const House> house(const Moment& moment);

  // Who holds this session, as it is at `moment` or later: member::find_viewer().
  member::Viewer viewer(std::string_view token, const Moment& moment, Time at);

  ReadMarks& read_marks() { return read_marks_; }

  // What the member has seen of these films, as it is at `moment` or later: talk::seen_by().
  std::vector<film::Seen> seen(MemberId member, const std::vector<FilmId>& films, const Moment& moment);

  // The threads that the member read last, as it is at `moment` or later; read_marks() knows what came since.
  std::shared_ptr<const std::vector<ThreadRead>> threads_read(MemberId member, const Moment& moment);

  PageCache& pages() { return pages_; }
  KeptTexts& texts() { return texts_; }
  LobbyCards& lobby_cards() { return lobby_cards_; }
  Metrics& metrics() { return metrics_; }

  // At most a minute old.
  std::shared_ptr<const Shelves> shelves();

 private:
  std::shared_ptr<const House> read_house();

  Db& db_;
  const picture::Folder pictures_;
  const film::NamesKnown& names_;
  Pace typing_{{.at_once = 40, .a_second = 8}};
  Pace sending_{{.at_once = 12, .a_second = 0.5}};
  WritingPace writing_;
  PageCache pages_;
  KeptTexts texts_;
  LobbyCards lobby_cards_;
  Metrics metrics_;
  KeptAtMoment<int, std::shared_ptr<const House>> house_{1};
  ReadMarks read_marks_{db_};
  KeptAtMoment<MemberId, std::shared_ptr<const std::vector<ThreadRead>>> threads_read_{2'000};
  KeptAtMoment<std::string, std::vector<film::Seen>> seen_{20'000};  // by member and films
  KeptAtMoment<std::string, member::Viewer> viewers_{20'000};  // by the digest of their token

  // Guarded by mutex_.
  std::mutex mutex_;
  std::shared_ptr<const Shelves> shelves_;  // empty until somebody asks
  std::shared_ptr<const House> last_house_;
};

}  // namespace rialto::web
