#include "web/page_film.h"

#include <algorithm>

#include "db/db.h"
#include "film/film.h"
#include "film/place_name.h"
#include "film/scene.h"
#include "say/film.h"
#include "say/rows.h"
#include "talk/board.h"
#include "talk/mention.h"
#include "talk/rating.h"
#include "talk/review.h"
#include "talk/scene_talk.h"
#include "talk/thread.h"
#include "text/escape.h"
#include "web/film_card.h"
#include "web/pages/film.html.h"
#include "web/pieces.h"
#include "web/shown.h"
#include "web/strip.h"
#include "web/view/film.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr int kThreads = 12;
constexpr int kReviews = 6;
constexpr std::size_t kNaming = 8;
constexpr int kNamedWith = 6;
constexpr std::size_t kCast = 14;
constexpr std::size_t kTitles = 40;

struct Read {
  film::FilmPage film;
  view::Card card;
  std::vector<view::Card> same_title;
  std::optional<talk::Board> board;
  std::vector<talk::ThreadLine> threads;
  std::vector<talk::ReviewLine> reviews;
  talk::RatingCounts ratings;
  std::vector<talk::NamingText> naming;
  std::vector<talk::NamedWith> named_with;
  std::vector<film::Film> films_named_with;
  std::vector<film::Scene> scenes;
  talk::TextsOnScenes texts_on_scenes;
};

Read read_page(Tx& tx, const film::Film& film) {
  Read read{.film = film::read_film_page(tx, film), .card = card_of(tx, film), .board = talk::find_board_of(tx, film.id)};
  if (read.board) read.threads = talk::threads_of(tx, read.board->id, 1, kThreads, talk::HiddenToo::No);
  read.reviews = talk::reviews_of(tx, {.film = film.id, .per_page = kReviews});
  read.ratings = talk::ratings_of(tx, film.id);
  read.naming = talk::texts_naming(tx, film.id, kNaming);
  read.named_with = talk::films_named_with(tx, film.id, kNamedWith);
  std::vector<FilmId> others;
  for (const auto& other : read.named_with) others.push_back(other.film);
  read.films_named_with = film::films_with_ids(tx, others);
  read.scenes = film::scenes_of(tx, film.id);
  if (!read.scenes.empty()) read.texts_on_scenes = talk::texts_on_scenes(tx, film.id);
  auto same = film::films_titled(tx, film.title);
  std::erase_if(same, [&](const auto& other) { return other.id == film.id; });
  read.same_title = cards_of(tx, same);
  return read;
}

view::Link link_to_list(const char* name, std::string_view value, std::string words) {
  std::string address = std::string("/films?") + name + "=";
  text::append_query(address, value);
  return {.text = std::move(words), .href = std::move(address)};
}

std::string_view heading_of(film::Department department, Language language) {
  switch (department) {
    case film::Department::Direction: return say::film::direction(language);
    case film::Department::Writing: return say::film::writing(language);
    case film::Department::Photography: return say::film::photography(language);
    case film::Department::Music: return say::film::music(language);
    case film::Department::Editing: return say::film::editing(language);
    case film::Department::Production: return say::film::production(language);
    case film::Department::Cast: break;
  }
  return say::film::cast(language);
}

void add_credits(view::Film& page, const std::vector<film::Credit>& credits, Language language) {
  for (const auto& credit : credits) {
    view::Credit shown{.name = credit.person_name, .href = "/person/" + credit.person_slug};
    if (credit.department == film::Department::Cast) {
      shown.character = credit.character;
      (page.cast.size() < kCast ? page.cast : page.more_cast).push_back(std::move(shown));
      continue;
    }
    if (credit.department == film::Department::Direction) page.directors.push_back({shown.name, shown.href});
    if (!film::is_plain_job(credit.department, credit.job)) shown.character = credit.job;
    const auto heading = heading_of(credit.department, language);
    if (page.crew.empty() || page.crew.back().job != heading) page.crew.push_back({.job = std::string(heading), .credits = {}});
    page.crew.back().credits.push_back(std::move(shown));
  }
}

void add_titles(view::Film& page, const film::FilmPage& film, Language language) {
  for (const auto& title : film.titles) {
    const bool shown = title.title == film.film.title || title.title == film.film.original_title;
    if (shown || page.titles.size() == kTitles) continue;
    page.titles.push_back({title.title, title.language, film::language_name(title.language, language)});
  }
}

void add_facts(view::Film& page, const film::FilmPage& film, Language language) {
  const auto& facts = film.film;
  page.title = facts.title;
  page.year = facts.year ? std::to_string(*facts.year) : "";
  page.original = facts.original_title;
  page.original_lang = facts.original_language;
  page.minutes = facts.minutes ? say::rows::minutes(language, *facts.minutes) : "";
  page.summary = facts.line;
  for (const auto& country : facts.countries) page.countries.push_back(link_to_list("country", country, film::country_name(country, language)));
  for (const auto& genre : facts.genres) page.genres.push_back(link_to_list("genre", genre, film::genre_name(genre, language)));
  for (const auto& ref : film.refs)
    if (auto address = film::address_of(ref, film::Subject::Film); !address.empty())
      page.elsewhere.push_back({film::source_name(ref.source), std::move(address)});
}

void add_talk(view::Film& page, const Read& read, const Telling& telling) {
  for (const auto& line : read.threads) page.threads.push_back(row_of(line, telling));
  for (const auto& line : read.reviews) page.reviews.push_back(row_of(line, telling));
  page.thread_count = read.board ? static_cast<int>(read.board->threads) : 0;
  page.review_count = static_cast<int>(read.reviews.size());
  page.ratings = view::ratings_of({std::begin(read.ratings.of), std::end(read.ratings.of)}, page.href + "/reviews", telling.language);
}

void add_naming(view::Film& page, const Read& read, const Telling& telling) {
  for (const auto& text : read.naming) page.naming.push_back(row_of(text, telling));
  for (const auto& [id, posts] : read.named_with)
    for (const auto& film : read.films_named_with)
      if (film.id == id && !film.removed)
        page.named_with.push_back({film::full_title(film), "/film/" + film.slug, say::film::named_in_posts(telling.language, posts)});
}

void add_addresses(view::Film& page, const std::string& slug, Language language) {
  page.href = "/film/" + slug;
  page.frame.canonical = page.href;
  page.board_href = "/board/" + slug;
  page.new_thread_href = page.board_href + "/new";
  page.new_review_href = page.href + "/review";
  page.edit_href = page.href + "/edit";
  page.rating_href = page.href + "/rating";
  page.seen_action = page.href + "/seen";
  for (int rating = 10; rating >= 1; --rating)
    page.rating_options.push_back({.value = std::to_string(rating), .text = view::stars_text(rating, language)});
  page.history_href = page.href + "/history";
}

}  // namespace

Response film_page(SharedVisit& visit) {
  const auto slug = visit.address.params.get("slug");
  const auto film = visit.db().read([&](Tx& tx) { return film::film_with_slug(tx, slug); });
  if (!film) return nothing_here(visit);
  if (film->slug != slug) return redirect_301("/film/" + film->slug);
  if (film->removed)
    return trouble(visit, Status::Gone, say::film::removed(visit.language, "/film/" + film->slug + "/history"));
  auto read = visit.db().read([&](Tx& tx) { return read_page(tx, *film); });
  view::Film page;
  page.frame = frame_of(visit, film::full_title(*film), "films");
  page.frame.description = film->line;
  page.frame.kind = "video.movie";
  auto lobby_card = lobby_card_address(read.card);
  page.card = std::move(read.card);
  page.card.href.clear();
  page.id = short_form(film->id);
  page.same_title = std::move(read.same_title);
  add_addresses(page, film->slug, visit.language);
  add_facts(page, read.film, visit.language);
  add_credits(page, read.film.credits, visit.language);
  add_titles(page, read.film, visit.language);
  add_talk(page, read, visit.telling());
  add_naming(page, read, visit.telling());
  auto response = show(visit, pages::film(visit.language, page, strip_of(*film, read.scenes, read.texts_on_scenes, visit.telling())));
  auto shown = listing(read.threads, std::move(lobby_card));
  shown.film = film->id;
  for (const auto& scene : read.scenes)
    if (const auto spoiler = film::spoiler_of(scene)) shown.spoilers.push_back(*spoiler);
  response.shown = std::make_shared<const Shown>(std::move(shown));
  return response;
}

}  // namespace rialto::web
