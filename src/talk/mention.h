// What posts and reviews name: films, people, and scenes of the film that they are about, found in the background (find_names.h) and kept, so that no page waits
// for it. Whoever writes or changes a text says that its names are due.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/id.h"
#include "talk/post.h"
#include "talk/review.h"
#include "talk/text_id.h"
#include "text/markup.h"

namespace rialto {
class Tx;
}

namespace rialto::talk {

void names_are_due(Tx& tx, PostId post);
void names_are_due(Tx& tx, ReviewId review);
void names_are_due(Tx& tx, ThreadId thread);  // of all its posts: its title and board help to tell who is meant

// For a member who takes all their words along: no sentence of theirs stays.
void forget_names_of(Tx& tx, MemberId member);

// The links of each post's present text, in the order in which they stand.
using NameLinks = std::unordered_map<PostId, std::vector<text::NameLink>>;
NameLinks names_in(Tx& tx, const std::vector<Post>& posts);
// Places are those of its sections' words, one after another (text/sections.h).
std::vector<text::NameLink> names_in(Tx& tx, const Review& review);

// A post on another board, or a review of another film, that names a film or person, with the sentence.
struct NamingText {
  TextId text;
  std::string before, name, after;  // the sentence in three
  std::string dated;
  std::optional<MemberId> author;
  std::optional<std::string> author_name;
  bool by_ghost = false;
  std::string title;  // the thread's or the review's
  std::int64_t board_kind = 0;  // a review stands on its film's
  std::string board_slug, board_title;
  std::optional<std::int64_t> board_year;
};
// Newest first; nothing that a spoiler hides, that is only quoted, or that isn't shown any more. Looks at the latest 500 posts
// and reviews that name it only, so that the page of a famous film costs no more than another's; so does films_named_with().
std::vector<NamingText> texts_naming(Tx& tx, FilmId film, std::size_t limit);
std::vector<NamingText> texts_naming(Tx& tx, PersonId person, std::size_t limit);
std::vector<NamingText> texts_naming(Tx& tx, SceneId scene, std::size_t limit);  // also those on its film's own board

// The films that are named in the same posts, the most often first.
struct NamedWith {
  FilmId film;
  std::int64_t posts = 0;
};
std::vector<NamedWith> films_named_with(Tx& tx, FilmId film, int limit);

}  // namespace rialto::talk
