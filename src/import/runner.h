// The one way in for what readers understood: finds the film, writes through talk/imported.h, and lets what is in doubt
// wait. Each record is one transaction with a unique origin, so that running an import again changes nothing.
#pragma once

#include <optional>
#include <string>

#include "base/id.h"
#include "base/result.h"
#include "import/film_lookup.h"
#include "import/record.h"

namespace rialto {
class Db;
class Tx;
}  // namespace rialto

namespace rialto::imports {

// Of all origins that this runner keeps, and of the ghosts that it makes.
inline constexpr std::string_view kSavedPage = "saved page";

// Where a record shall go, where that was said by hand; it overrides what the reader proposed.
struct Wish {
  std::optional<FilmCandidate> film;
  std::optional<BoardId> board;  // a general board, for threads
  std::string board_title;       // of that board, for the report
};

enum class Ending { Thread, Review, Known, Waits, LeftOut };

// What became of a record.
struct Outcome {
  Ending ending = Ending::Thread;
  std::size_t posts = 0;  // of the thread, or comments of the review
  std::string place;      // "the board of Heat (1995)", "the page of Heat (1995)"
  std::string address;    // "/thread/3v9k2m/the-closing-scene"
  std::string why;        // it waits: "two films are called Heat"
};

enum class Dry { No, Yes };

// Dry: the same outcome, but for new addresses, and nothing is written. `file`: its name without folders.
Outcome import_record(Db& db, const PageRecord& record, const std::string& file, const Wish& wish, Dry dry);

// "a thread of 12 posts on the board of Heat (1995): new /thread/3v9k2m/the-closing-scene"
std::string sentence_of(const Outcome& outcome, Dry dry);

// A moderator's word on a record that waits. Nothing if it waits no longer.
std::optional<Outcome> settle_doubt(Tx& tx, DoubtId doubt, const FilmCandidate& film, MemberId by);

}  // namespace rialto::imports
