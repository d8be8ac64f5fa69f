// Posts as pages show them: rendered, with who, when and to whom.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "talk/mention.h"
#include "talk/picture.h"
#include "talk/post.h"
#include "talk/review.h"
#include "text/sections.h"
#include "web/film_links.h"
#include "web/spoiler_labels.h"
#include "web/telling.h"
#include "web/kept_texts.h"
#include "web/view/thread.h"

namespace rialto {
class Tx;
}

namespace rialto::web {

struct Visit;

// What rendering texts needs to know: who wrote the quoted posts, which names are members', films' and people's, which
// pictures there are, what spoilers are of. Read once for all texts of a page, with a fixed number of queries. `about`:
// the film that the texts stand with; it is what spoilers are of that name no other. `thread_spoils`: talk::Thread::spoils.
class Mentions {
 public:
  Mentions(Tx& tx, const std::vector<std::string_view>& texts, KeptTexts& kept, const std::optional<film::Film>& about = {}, const std::string& thread_spoils = {});
  // Also which films and people the posts or the review name.
  Mentions(Tx& tx, const std::vector<talk::Post>& posts, KeptTexts& kept, const std::optional<film::Film>& about = {}, const std::string& thread_spoils = {});
  Mentions(Tx& tx, const talk::Review& review, KeptTexts& kept, const std::optional<film::Film>& about);

  // What the spoilers of all the texts are of, as far as it is known, each once.
  std::vector<film::Spoiler> spoilers() const { return spoilers_.known(); }
  // Over the thread, or over a post of it that stands alone.
  std::optional<view::Veil> thread_veil(Language language) const { return spoilers_.veil_of(thread_spoils_, language); }

  using Names = std::vector<text::NameLink>;
  text::SafeHtml rendered(const std::string& markdown, const Telling& telling, std::size_t limit, const Names& names = {}) const;
  // The body of one of the posts, with its names as links.
  text::SafeHtml rendered(const talk::Post& post, const Telling& telling) const;
  // Each of the review's sections, with its names as links.
  std::vector<text::SafeHtml> rendered(const std::vector<text::Section>& sections, const Telling& telling) const;

 private:
  struct Named;
  void look_up(Tx& tx, Named named, const std::optional<film::Film>& about);
  std::optional<std::string> author_of(std::string_view post) const;
  bool knows_member(std::string_view name) const;
  Names names_between(std::size_t begin, std::size_t end) const;
  text::SafeHtml rendered(const std::string& markdown, const NotedText& noted, const Telling& telling, std::size_t limit, const Names& names) const;
  std::string ingredients_of(const std::string& markdown, const NotedText& noted, const Telling& telling, std::size_t limit, const Names& names) const;

  KeptTexts* kept_;
  std::unordered_map<PostId, NotedText> bodies_;  // of posts that stand
  std::vector<talk::QuotedAuthor> authors_;
  std::vector<std::string> members_;  // folded, sorted
  FilmLinks films_;
  SpoilerLabels spoilers_;
  std::string thread_spoils_;
  std::vector<talk::Picture> pictures_;
  talk::NameLinks names_;
  Names names_of_review_;
};

// Posts with what their page says of them.
struct PostsOnPage {
  std::vector<talk::Post> posts;
  Mentions mentions;
  std::unordered_map<PostId, std::string> removal_reasons;
};

// Reads what the posts of a page need besides themselves.
PostsOnPage with_mentions(Tx& tx, std::vector<talk::Post> posts, KeptTexts& kept, const std::optional<film::Film>& about, const std::string& thread_spoils);

view::Post view_of(const talk::Post& post, const Mentions& mentions, const Telling& telling);

// For one viewer, behind its thread's veil if that has one.
view::Post view_alone(Tx& tx, const Visit& visit, const talk::Post& post);

// Views of all, with links between those that stand on the same page.
std::vector<view::Post> views_of(const PostsOnPage& page, const Telling& telling);

}  // namespace rialto::web
