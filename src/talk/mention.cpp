#include "talk/mention.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <utility>

#include "db/db.h"
#include "film/lexicon_source.h"
#include "member/member.h"
#include "member/setting.h"
#include "talk/board.h"
#include "talk/mention.sql.h"
#include "text/link.h"
#include "text/link_context.h"
#include "text/word_stream.h"

namespace rialto::talk {

namespace {

constexpr double kShown = 0.6;    // a score from which on a name is linked
constexpr std::int64_t kBefore = 40;  // names of the thread that a post is read with
constexpr std::size_t kMostNames = 200;
constexpr std::int64_t kLatest = 500;  // posts naming a film or person that are looked at

constexpr Seconds kSingleEditsWait{24 * 3600};
constexpr std::int64_t kSlice = 2000;  // posts that are made due at once

// Settings of the site: of the last time that all texts were to be read again.
constexpr std::string_view kReadWith = "names.read_with";    // the catalogue's stamp
constexpr std::string_view kReadSince = "names.read_since";  // microseconds
constexpr std::string_view kDueBelow = "names.due_below";    // the posts with a lower id are still to be made due

struct Due {
  sql::posts_with_names_due::Row post;
  std::vector<sql::mentions_before::Row> before;  // the nearest last
};

struct Named {
  text::Mention mention;
  text::SentenceAround around;  // no words where they are not to be shown elsewhere
};

struct ReadText {
  sql::posts_with_names_due::Row post;
  std::vector<Named> names;
};

std::vector<Due> posts_due(Tx& tx, int most) {
  std::vector<Due> due;
  for (auto& row : tx.rows<sql::posts_with_names_due>({.limit = most})) {
    // Of posts of one thread that come together, the first asks, the others go on from it.
    const bool goes_on = !due.empty() && due.back().post.thread == row.thread;
    std::vector<sql::mentions_before::Row> before;
    if (!goes_on) before = tx.rows<sql::mentions_before>({.thread = row.thread, .before = row.id, .limit = kBefore});
    std::reverse(before.begin(), before.end());
    due.push_back({std::move(row), std::move(before)});
  }
  return due;
}

text::LinkContext context_of(const text::Linker& linker, const Due& due) {
  const bool of_film = due.post.board_kind == static_cast<std::int64_t>(BoardKind::Film) && due.post.board_subject;
  auto context = linker.context(of_film ? std::optional(FilmId{*due.post.board_subject}) : std::nullopt);
  linker.remember(context, linker.link(due.post.thread_title, context));
  std::vector<text::Mention> known;
  for (const auto& row : due.before) {
    text::Mention mention;
    if (row.names == "film") mention.film = FilmId{row.target};
    else mention.person = PersonId{row.target};
    known.push_back(std::move(mention));
  }
  linker.remember(context, known);
  return context;
}

std::vector<Named> names_of(const text::StreamedText& text, const std::vector<text::Mention>& mentions) {
  std::vector<Named> names;
  for (const auto& mention : mentions) {
    const text::Stretch place{mention.begin, mention.end};
    if ((!mention.film && !mention.person) || mention.score < kShown || names.size() == kMostNames || lies_in(text.linked, place)) continue;
    Named named{.mention = mention, .around = {}};
    if (!lies_in(text.veiled, place) && !lies_in(text.quoted, place)) named.around = sentence_around(text, place);
    names.push_back(std::move(named));
  }
  return names;
}

std::vector<ReadText> read_all(const text::Linker& linker, const std::vector<Due>& due) {
  std::vector<ReadText> texts;
  auto context = linker.context(std::nullopt);
  const Due* last = nullptr;
  for (const auto& one : due) {
    if (!last || last->post.thread != one.post.thread) context = context_of(linker, one);
    last = &one;
    ReadText read{.post = one.post, .names = {}};
    if (one.post.state == static_cast<std::int64_t>(PostState::Stands)) {
      const auto text = text::streamed(one.post.body);
      const auto mentions = linker.link(text.words, context);
      linker.remember(context, mentions);
      read.names = names_of(text, mentions);
    }
    texts.push_back(std::move(read));
  }
  return texts;
}

void keep(Tx& tx, const ReadText& text) {
  for (const auto& [mention, around] : text.names) {
    tx.run<sql::mention_add>({.kind = "post",
                              .subject = text.post.id.value,
                              .starts = static_cast<std::int64_t>(mention.begin),
                              .ends = static_cast<std::int64_t>(mention.end),
                              .version = text.post.version,
                              .names = mention.film ? "film" : "person",
                              .target = mention.film ? mention.film.value : mention.person.value,
                              .score = std::lround(mention.score * 1000),
                              .around = around.words,
                              .around_starts = static_cast<std::int64_t>(around.name.begin),
                              .around_ends = static_cast<std::int64_t>(around.name.end)});
  }
}

// 0 if it was never set.
std::int64_t number_in(Tx& tx, std::string_view setting) {
  const auto value = member::read_setting(tx, setting);
  return value ? std::strtoll(value->c_str(), nullptr, 10) : 0;
}

std::string titled(const std::string& title, const std::optional<std::int64_t>& year) {
  return year ? title + " (" + std::to_string(*year) + ")" : title;
}

std::vector<NamingPost> naming(Tx& tx, const char* names, std::int64_t target, BoardKind own, int limit) {
  std::vector<NamingPost> posts;
  for (auto& row : tx.rows<sql::posts_naming>({.names = names, .target = target, .board_kind = static_cast<std::int64_t>(own), .latest = kLatest, .limit = limit})) {
    const auto size = row.around.size();
    const auto begin = std::min(static_cast<std::size_t>(row.around_starts), size), end = std::clamp(static_cast<std::size_t>(row.around_ends), begin, size);
    posts.push_back({.post = row.post,
                     .before = row.around.substr(0, begin),
                     .name = row.around.substr(begin, end - begin),
                     .after = row.around.substr(end),
                     .dated = std::move(row.dated),
                     .author = row.author,
                     .author_name = std::move(row.author_name),
                     .by_ghost = row.author_kind == static_cast<std::int64_t>(member::Kind::Ghost),
                     .thread_title = std::move(row.thread_title),
                     .board_kind = row.board_kind,
                     .board_slug = std::move(row.board_slug),
                     .board_title = std::move(row.board_title),
                     .board_year = row.board_year});
  }
  return posts;
}

}  // namespace

void names_are_due(Tx& tx, PostId post) { tx.run<sql::names_due_add>({.kind = "post", .subject = post.value}); }

void names_are_due(Tx& tx, ThreadId thread) { tx.run<sql::names_due_add_of_thread>({.thread = thread}); }

bool are_names_due(Tx& tx) { return tx.row<sql::names_due_any>().has_value(); }

bool is_reading_again_due(Tx& tx, const film::CatalogueState& catalogue, Time at) {
  const auto stamp = member::read_setting(tx, kReadWith);
  const auto last = stamp ? film::state_in(*stamp) : std::nullopt;
  if (!last) return true;
  if (*last == catalogue) return false;
  return last->last_import != catalogue.last_import || at >= Time{number_in(tx, kReadSince)} + kSingleEditsWait;
}

void read_again(Tx& tx, const film::CatalogueState& catalogue, Time at) {
  member::write_setting(tx, kReadWith, film::stamp_of(catalogue));
  member::write_setting(tx, kReadSince, std::to_string(at.micros));
  member::write_setting(tx, kDueBelow, std::to_string(std::numeric_limits<std::int64_t>::max()));
}

bool are_more_to_come(Tx& tx) { return number_in(tx, kDueBelow) > 0; }

void make_more_due(Tx& tx) {
  const PostId below{number_in(tx, kDueBelow)};
  const auto from = tx.row<sql::posts_from_below>({.below = below, .skip = kSlice - 1});
  tx.run<sql::names_due_add_between>({.from = from ? from->id : PostId{}, .below = below});
  member::write_setting(tx, kDueBelow, std::to_string(from ? from->id.value : 0));
}

void forget_names_of(Tx& tx, MemberId member) {
  tx.run<sql::names_due_add_of_member>({.member = member});
  tx.run<sql::mentions_take_of_member>({.member = member});
}

std::size_t find_names(Db& db, const text::Linker& linker, int most) {
  const auto due = db.read([&](Tx& tx) { return posts_due(tx, most); });
  if (due.empty()) return 0;
  const auto texts = read_all(linker, due);
  db.write([&](Tx& tx) {
    std::vector<std::int64_t> subjects;
    for (const auto& text : texts) subjects.push_back(text.post.id.value);
    tx.run<sql::mentions_take>({.kind = "post", .subjects = subjects});
    for (const auto& text : texts) {
      tx.run<sql::names_due_take>({.post = text.post.id, .version = text.post.version, .state = text.post.state});
      keep(tx, text);
    }
  });
  return due.size();
}

NameLinks names_in(Tx& tx, const std::vector<Post>& posts) {
  std::vector<PostId> ids;
  std::unordered_map<PostId, std::int64_t> versions;
  for (const auto& post : posts) {
    ids.push_back(post.id);
    versions[post.id] = post.version;
  }
  NameLinks links;
  if (ids.empty()) return links;
  for (auto& row : tx.rows<sql::mentions_of_posts>({.posts = ids})) {
    if (row.version != versions[row.post] || (!row.film_slug && !row.person_slug)) continue;
    text::NameLink link{.begin = static_cast<std::size_t>(row.starts), .end = static_cast<std::size_t>(row.ends), .address = {}, .title = {}};
    link.address = row.film_slug ? "/film/" + *row.film_slug : "/person/" + *row.person_slug;
    link.title = row.film_slug ? titled(row.film_title.value_or(""), row.film_year) : row.person_name.value_or("");
    links[row.post].push_back(std::move(link));
  }
  return links;
}

std::vector<NamingPost> posts_naming(Tx& tx, FilmId film, int limit) { return naming(tx, "film", film.value, BoardKind::Film, limit); }
std::vector<NamingPost> posts_naming(Tx& tx, PersonId person, int limit) { return naming(tx, "person", person.value, BoardKind::Person, limit); }

std::vector<NamedWith> films_named_with(Tx& tx, FilmId film, int limit) {
  std::vector<NamedWith> films;
  for (const auto& row : tx.rows<sql::films_named_with>({.film = film, .latest = kLatest, .limit = limit})) films.push_back({row.film, row.posts});
  return films;
}

}  // namespace rialto::talk
