#include "talk/find_names.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "db/db.h"
#include "film/film.h"
#include "film/lexicon_source.h"
#include "film/person.h"
#include "film/scene_names.h"
#include "member/setting.h"
#include "talk/board.h"
#include "talk/correction.h"
#include "talk/correction.sql.h"
#include "talk/find_names.sql.h"
#include "talk/name_habits.h"
#include "talk/post.h"
#include "talk/review.h"
#include "talk/text_id.h"
#include "text/disclose.h"
#include "text/link.h"
#include "text/link_context.h"
#include "text/word_stream.h"

namespace rialto::talk {

namespace {

constexpr double kShown = 0.6;        // a score from which on a name is linked
constexpr std::int64_t kBefore = 40;  // names of the thread that a post is read with
constexpr std::size_t kMostNames = 200;
constexpr std::int64_t kMostHabits = 20'000;

constexpr Seconds kSingleEditsWait{24 * 3600};
constexpr std::int64_t kSlice = 2000;  // posts that are made due at once

// Settings of the site: of the last time that all texts were to be read again.
constexpr std::string_view kReadWith = "names.read_with";    // the catalogue's stamp
constexpr std::string_view kReadSince = "names.read_since";  // microseconds
constexpr std::string_view kDueBelow = "names.due_below";    // the posts with a lower id are still to be made due

// A text that is to be read.
struct Due {
  TextId text;
  std::int64_t version = 1;
  std::int64_t state = 0;
  std::string body;
  std::string title;           // the thread's or the review's
  std::optional<FilmId> film;  // on whose board or about which it is
  ThreadId thread;             // none for a review
  std::vector<sql::mentions_before::Row> before;       // in its thread, the nearest last
  std::vector<sql::corrections_standing::Row> said;  // of its names, by members

  bool is_review() const { return std::holds_alternative<ReviewId>(text); }
};

struct Named {
  text::Mention mention;
  text::SentenceAround around;  // no words where they are not to be shown elsewhere
};

struct ReadText {
  const Due* due = nullptr;
  std::vector<Named> names;
};

Due due_of(sql::posts_with_names_due::Row&& row) {
  const bool of_film = row.board_kind == static_cast<std::int64_t>(BoardKind::Film) && row.board_subject;
  return {.text = row.id,
          .version = row.version,
          .state = row.state,
          .body = std::move(row.body),
          .title = std::move(row.thread_title),
          .film = of_film ? std::optional(FilmId{*row.board_subject}) : std::nullopt,
          .thread = row.thread,
          .before = {}};
}

Due due_of(sql::reviews_with_names_due::Row&& row) {
  return {.text = row.id, .version = row.version, .state = row.state, .body = std::move(row.body), .title = std::move(row.title), .film = row.film, .thread = {}, .before = {}};
}

// Of posts of one thread that come together, the first asks what was named before, the others go on from it.
std::vector<Due> posts_due(Tx& tx, int most) {
  std::vector<Due> due;
  for (auto& row : tx.rows<sql::posts_with_names_due>({.limit = most})) {
    const bool goes_on = !due.empty() && due.back().thread == row.thread;
    due.push_back(due_of(std::move(row)));
    if (goes_on) continue;
    due.back().before = tx.rows<sql::mentions_before>({.thread = due.back().thread, .before = std::get<PostId>(due.back().text), .limit = kBefore});
    std::reverse(due.back().before.begin(), due.back().before.end());
  }
  return due;
}

std::vector<Due> reviews_due(Tx& tx, int most) {
  std::vector<Due> due;
  for (auto& row : tx.rows<sql::reviews_with_names_due>({.limit = most})) due.push_back(due_of(std::move(row)));
  return due;
}

std::vector<std::int64_t> numbers_of(const std::vector<Due>& due) {
  std::vector<std::int64_t> numbers;
  for (const auto& one : due) numbers.push_back(number_of(one.text));
  return numbers;
}

void add_what_was_said(Tx& tx, std::vector<Due>& due) {
  for (auto& row : tx.rows<sql::corrections_standing>({.kind = kind_of(due.front().text), .subjects = numbers_of(due)}))
    for (auto& one : due)
      if (number_of(one.text) == row.subject) one.said.push_back(row);
}

// Posts, or else reviews.
std::vector<Due> texts_due(Tx& tx, int most) {
  auto due = posts_due(tx, most);
  if (due.empty()) due = reviews_due(tx, most);
  if (!due.empty()) add_what_was_said(tx, due);
  return due;
}

// What texts are read with besides the catalogue's names.
struct ReadWith {
  NameHabits habits;
  std::unordered_map<FilmId, film::SceneNames> scenes;  // of the films that the texts are about
};

void add_scenes(Tx& tx, ReadWith& with, std::optional<FilmId> film) {
  if (film && !with.scenes.contains(*film)) with.scenes.emplace(*film, film::SceneNames(tx, *film));
}

NameHabits habits(Tx& tx) {
  NameHabits habits;
  for (const auto& row : tx.rows<sql::corrections_by_words>({.limit = kMostHabits})) habits.add(row.words_fold, row.names, row.target, row.texts);
  return habits;
}

ReadWith read_with(Tx& tx, const std::vector<Due>& due) {
  ReadWith with{.habits = habits(tx), .scenes = {}};
  for (const auto& one : due) add_scenes(tx, with, one.film);
  return with;
}

text::LinkContext context_of(const text::Linker& linker, const Due& due) {
  auto context = linker.context(due.film);
  linker.remember(context, linker.link(due.title, context));
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

bool stands(const Due& due) {
  return due.state == (due.is_review() ? static_cast<std::int64_t>(ReviewState::Stands) : static_cast<std::int64_t>(PostState::Stands));
}

// What members said goes before what was found.
void correct(std::vector<text::Mention>& mentions, const text::StreamedText& text, const std::vector<sql::corrections_standing::Row>& said) {
  for (const auto& one : said) {
    const auto place = find_place(text.words, {one.words, one.nth});
    if (!place) continue;
    std::erase_if(mentions, [&](const text::Mention& other) { return other.begin < place->end && place->begin < other.end; });
    if (one.names.empty()) continue;
    text::Mention mention{.begin = place->begin, .end = place->end, .name = one.title, .score = 1};
    if (one.names == "film") mention.film = FilmId{one.target};
    else mention.person = PersonId{one.target};
    mentions.push_back(std::move(mention));
  }
  std::sort(mentions.begin(), mentions.end(), [](const auto& one, const auto& other) { return one.begin < other.begin; });
}

std::vector<text::Mention> mentions_in(const text::StreamedText& text, const text::Linker& linker, const text::LinkContext& context, const ReadWith& with, std::optional<FilmId> film) {
  std::vector<text::Mention> mentions;
  for (auto& mention : linker.link(text.words, context)) {
    const auto words = std::string_view(text.words).substr(mention.begin, mention.end - mention.begin);
    mentions.push_back(with.habits.weighed(std::move(mention), words));
  }
  if (film) with.scenes.at(*film).add_to(mentions, text.words);
  return mentions;
}

std::vector<Named> names_of(const text::StreamedText& text, const std::vector<text::Mention>& mentions) {
  std::vector<Named> names;
  for (const auto& mention : mentions) {
    const text::Stretch place{mention.begin, mention.end};
    if ((!mention.film && !mention.person && !mention.scene) || mention.score < kShown || names.size() == kMostNames || lies_in(text.linked, place)) continue;
    Named named{.mention = mention, .around = {}};
    if (auto around = text::disclosed_sentence(text, place)) named.around = std::move(*around);
    names.push_back(std::move(named));
  }
  return names;
}

std::vector<ReadText> read_all(const text::Linker& linker, const std::vector<Due>& due, const ReadWith& with) {
  std::vector<ReadText> texts;
  auto context = linker.context(std::nullopt);
  const Due* last = nullptr;
  for (const auto& one : due) {
    if (!last || one.is_review() || last->thread != one.thread) context = context_of(linker, one);
    last = &one;
    ReadText read{.due = &one, .names = {}};
    if (stands(one)) {
      const auto text = words_of(one.text, one.body);
      auto mentions = mentions_in(text, linker, context, with, one.film);
      correct(mentions, text, one.said);
      linker.remember(context, mentions);
      read.names = names_of(text, mentions);
    }
    texts.push_back(std::move(read));
  }
  return texts;
}

// Where each film, person and scene leads; ids are of one kind only.
std::unordered_map<std::int64_t, text::FilmLink> addresses_of(Tx& tx, const std::vector<Named>& names, const ReadWith& with) {
  std::vector<FilmId> films;
  std::vector<PersonId> people;
  for (const auto& [film, scenes] : with.scenes) films.push_back(film);
  for (const auto& [mention, around] : names) {
    if (mention.film) films.push_back(mention.film);
    if (mention.person) people.push_back(mention.person);
  }
  std::unordered_map<std::int64_t, text::FilmLink> addresses;
  for (const auto& film : film::films_with_ids(tx, films))
    if (!film.removed) addresses[film.id.value] = {.address = "/film/" + film.slug, .title = film::full_title(film)};
  for (const auto& person : film::people_with_ids(tx, people)) addresses[person.id.value] = {.address = "/person/" + person.slug, .title = person.name};
  for (const auto& [film, named] : with.scenes)
    if (const auto found = addresses.find(film.value); found != addresses.end())
      for (const auto of_film = found->second; const auto& scene : named.scenes()) addresses[scene.id.value] = film::link_of(of_film, scene);
  return addresses;
}

// What a mention is of, as the table says it.
std::pair<const char*, std::int64_t> target_of(const text::Mention& mention) {
  if (mention.scene) return {"scene", mention.scene.value};
  if (mention.film) return {"film", mention.film.value};
  return {"person", mention.person.value};
}

void keep(Tx& tx, const ReadText& text) {
  for (const auto& [mention, around] : text.names) {
    const auto [names, target] = target_of(mention);
    tx.run<sql::mention_add>({.kind = kind_of(text.due->text),
                              .subject = number_of(text.due->text),
                              .starts = static_cast<std::int64_t>(mention.begin),
                              .ends = static_cast<std::int64_t>(mention.end),
                              .version = text.due->version,
                              .names = names,
                              .target = target,
                              .around = around.words,
                              .around_starts = static_cast<std::int64_t>(around.name.begin),
                              .around_ends = static_cast<std::int64_t>(around.name.end)});
  }
}

void is_read(Tx& tx, const Due& due) {
  if (const auto* post = std::get_if<PostId>(&due.text))
    tx.run<sql::names_due_take_post>({.post = *post, .version = due.version, .state = due.state});
  else
    tx.run<sql::names_due_take_review>({.review = std::get<ReviewId>(due.text), .version = due.version, .state = due.state});
}

// 0 if it was never set.
std::int64_t number_in(Tx& tx, std::string_view setting) {
  const auto value = member::read_setting(tx, setting);
  return value ? std::strtoll(value->c_str(), nullptr, 10) : 0;
}

}  // namespace

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
  tx.run<sql::names_due_add_posts>({.from = from ? from->id : PostId{}, .below = below});
  tx.run<sql::names_due_add_reviews>({.from = ReviewId{from ? from->id.value : 0}, .below = ReviewId{below.value}});
  member::write_setting(tx, kDueBelow, std::to_string(from ? from->id.value : 0));
}

std::size_t find_names(Db& db, const text::Linker& linker, int most) {
  const auto [due, with] = db.read([&](Tx& tx) {
    auto texts = texts_due(tx, most);
    auto read = read_with(tx, texts);
    return std::pair(std::move(texts), std::move(read));
  });
  if (due.empty()) return 0;
  const auto texts = read_all(linker, due, with);
  db.write([&, &due = due](Tx& tx) {
    tx.run<sql::mentions_take>({.kind = kind_of(due.front().text), .subjects = numbers_of(due)});
    for (const auto& text : texts) {
      is_read(tx, *text.due);
      keep(tx, text);
    }
  });
  return due.size();
}

std::vector<text::NameLink> names_in_draft(Tx& tx, const text::Linker& linker, const std::string& markdown, std::optional<FilmId> film) {
  const auto text = text::streamed(markdown, text::kReviewLimit);
  ReadWith with{.habits = habits(tx), .scenes = {}};
  add_scenes(tx, with, film);
  const auto names = names_of(text, mentions_in(text, linker, linker.context(film), with, film));
  const auto addresses = addresses_of(tx, names, with);
  std::vector<text::NameLink> links;
  for (const auto& [mention, around] : names)
    if (const auto found = addresses.find(target_of(mention).second); found != addresses.end())
      links.push_back({.begin = mention.begin, .end = mention.end, .address = found->second.address, .title = found->second.title});
  return links;
}

}  // namespace rialto::talk
