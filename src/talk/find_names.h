// Reads posts and reviews for the names in them, in the background, and keeps what it finds (mention.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "text/markup.h"

namespace rialto {
class Db;
class Tx;
namespace film {
struct CatalogueState;
}
namespace text {
class Linker;
}
}  // namespace rialto

namespace rialto::talk {

bool are_names_due(Tx& tx);

// The names of all texts are to be found again after a whole catalogue came in, and at most once a day after single films
// were added or edited: whether that is so, with the catalogue as it is now.
bool is_reading_again_due(Tx& tx, const film::CatalogueState& catalogue, Time at);
// Begins it. Nothing is due by that: make_more_due() makes it so, a few thousand posts at a time, the newest first, while
// are_more_to_come().
void read_again(Tx& tx, const film::CatalogueState& catalogue, Time at);
bool are_more_to_come(Tx& tx);
void make_more_due(Tx& tx);

// Reads the newest posts whose names are due, at most `most`, or else so many reviews, and keeps what they name; how many it
// read. What changes meanwhile stays due. 0: none is due that is there.
std::size_t find_names(Db& db, const text::Linker& linker, int most = 100);

// The links of a text that is being written, as find_names() will find them once it stands. film: on whose board or about
// which it will be.
std::vector<text::NameLink> names_in_draft(Tx& tx, const text::Linker& linker, const std::string& markdown, std::optional<FilmId> film);

}  // namespace rialto::talk
