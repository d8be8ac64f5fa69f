// What posts name: films and people, found in the background and kept, so that no page waits for it. Whoever writes or
// changes a text says that its names are due; find_names() finds them, a few texts at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "talk/post.h"
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

void names_are_due(Tx& tx, PostId post);
void names_are_due(Tx& tx, ThreadId thread);  // of all its posts: its title and board help to tell who is meant
bool are_names_due(Tx& tx);

// The names of all posts are to be found again after a whole catalogue came in, and at most once a day after single films
// were added or edited: whether that is so, with the catalogue as it is now.
bool is_reading_again_due(Tx& tx, const film::CatalogueState& catalogue, Time at);
// Begins it. Nothing is due by that: make_more_due() makes it so, a few thousand posts at a time, the newest first, while
// are_more_to_come().
void read_again(Tx& tx, const film::CatalogueState& catalogue, Time at);
bool are_more_to_come(Tx& tx);
void make_more_due(Tx& tx);

// For a member who takes all their words along: no sentence of theirs stays.
void forget_names_of(Tx& tx, MemberId member);

// Reads the newest posts whose names are due, at most `most`, and keeps what they name; how many it read. What changes
// meanwhile stays due. 0: none is due that is there.
std::size_t find_names(Db& db, const text::Linker& linker, int most = 100);

// The links of each post's present text, in the order in which they stand.
using NameLinks = std::unordered_map<PostId, std::vector<text::NameLink>>;
NameLinks names_in(Tx& tx, const std::vector<Post>& posts);

// A post on another board that names a film or person, with the sentence.
struct NamingPost {
  PostId post;
  std::string before, name, after;  // the sentence in three
  std::string dated;
  std::optional<MemberId> author;
  std::optional<std::string> author_name;
  bool by_ghost = false;
  std::string thread_title;
  std::int64_t board_kind = 0;
  std::string board_slug, board_title;
  std::optional<std::int64_t> board_year;
};
// Newest first; nothing that a spoiler hides, that is only quoted, or that isn't shown any more. Looks at the latest 500 posts
// that name it only, so that the page of a famous film costs no more than another's; so does films_named_with().
std::vector<NamingPost> posts_naming(Tx& tx, FilmId film, int limit);
std::vector<NamingPost> posts_naming(Tx& tx, PersonId person, int limit);

// The films that are named in the same posts, the most often first.
struct NamedWith {
  FilmId film;
  std::int64_t posts = 0;
};
std::vector<NamedWith> films_named_with(Tx& tx, FilmId film, int limit);

}  // namespace rialto::talk
