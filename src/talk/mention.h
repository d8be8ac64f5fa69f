// What posts name: films and people, found in the background and kept, so that no page waits for it. Whoever writes or
// changes a text says that its names are due; find_names() finds them, a few texts at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/id.h"
#include "talk/post.h"
#include "text/markup.h"

namespace rialto {
class Db;
class Tx;
namespace text {
class Linker;
}
}  // namespace rialto

namespace rialto::talk {

void names_are_due(Tx& tx, PostId post);
bool are_names_due(Tx& tx);

// catalogue: how far it is (film::stamp_of). If it isn't what was said here last, the names of all texts are due.
void names_of_catalogue(Tx& tx, const std::string& catalogue);

// For a member who takes all their words along: no sentence of theirs stays.
void forget_names_of(Tx& tx, MemberId member);

// Reads at most `most` posts whose names are due and keeps what they name; how many it read. What changes meanwhile stays
// due.
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
