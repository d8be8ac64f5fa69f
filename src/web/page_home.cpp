#include "web/page_home.h"

#include <algorithm>

#include "db/db.h"
#include "film/film.h"
#include "say/home.h"
#include "talk/board.h"
#include "talk/own.h"
#include "talk/review.h"
#include "text/disclose.h"
#include "web/film_card.h"
#include "web/pages/home.html.h"
#include "web/pieces.h"
#include "web/shown.h"
#include "web/threads_read.h"
#include "web/view/home.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr std::size_t kNews = 8;
constexpr Seconds kNewcomer{24 * 3600};
constexpr int kAnswers = 6;
constexpr int kRated = 6;
constexpr int kBoards = 8;
constexpr int kThreads = 10;
constexpr int kReviews = 4;
constexpr std::size_t kExcerpt = 180;

struct Read {
  Time joined;
  std::vector<talk::Answer> answers;
  std::vector<talk::OwnBoard> boards;
  std::vector<view::Home::Rated> rated;
  std::vector<talk::ThreadElsewhere> threads;
  std::vector<talk::ReviewLine> reviews;
  std::vector<talk::BoardLine> rooms;
};

std::vector<view::Home::Rated> read_rated(Tx& tx, MemberId member, Language language) {
  const auto rated = talk::rated_lately(tx, member, kRated);
  std::vector<FilmId> ids;
  for (const auto& one : rated) ids.push_back(one.film);
  const auto films = film::films_with_ids(tx, ids);
  const auto cards = cards_of(tx, films);
  std::vector<view::Home::Rated> shown;
  for (const auto& one : rated)
    for (std::size_t at = 0; at < films.size(); ++at)
      if (films[at].id == one.film)
        shown.push_back({.card = cards[at],
                         .stars = static_cast<int>(one.rating),
                         .spoken = stars_said(one.rating, language)});
  return shown;
}

Read read_home(const Visit& visit) {
  const auto member = visit.viewer.member;
  return visit.db().read([&](Tx& tx) {
    return Read{.joined = member::find_member(tx, member)->created,
                .answers = talk::answers_to(tx, member, kAnswers),
                .boards = talk::boards_of(tx, member, kBoards),
                .rated = read_rated(tx, member, visit.language),
                .threads = talk::latest_threads(tx, kThreads),
                .reviews = talk::latest_reviews(tx, std::nullopt, kReviews),
                .rooms = talk::general_boards(tx)};
  });
}

std::string summary_of(const std::vector<ThreadRead>& news, Language language) {
  if (news.empty()) return std::string(say::home::nothing_new(language));
  std::int64_t posts = 0;
  for (const auto& one : news) posts += one.news();
  return say::home::summary(language, posts, static_cast<std::int64_t>(news.size()));
}

view::Home::Answer row_of(const talk::Answer& answer, const Telling& telling) {
  return {.id = short_form(answer.id),
          .thread = telling.mask.masked(answer.thread_title),
          .href = post_address(answer.id),
          .by = who_of(answer.author, answer.author_name, answer.by_ghost, telling.language),
          .when = when_of(answer.dated, telling),
          .excerpt = text::excerpt(text::disclosed(answer.body, {answer.thread_spoils}), kExcerpt, &telling.mask)};
}

void add_news(view::Home& page, Shown& shown, const std::vector<ThreadRead>& news, const Telling& telling) {
  for (const auto& one : news) {
    if (page.news.size() == kNews) return;
    page.news.push_back(web::row_of(one.thread, telling));
    shown.threads.push_back(shown_of(one.thread));
  }
}

// What stands under "New for you" isn't told twice.
void add_threads(view::Home& page, Shown& shown, const std::vector<talk::ThreadElsewhere>& threads, const Telling& telling) {
  for (const auto& line : threads) {
    const bool told = std::any_of(shown.threads.begin(), shown.threads.end(), [&](const auto& one) { return one.id == line.id; });
    if (told) continue;
    page.threads.push_back(web::row_of(line, telling));
    shown.threads.push_back(shown_of(line));
  }
}

void add_own(view::Home& page, Shown& shown, const Read& read, const Telling& telling) {
  for (const auto& answer : read.answers) {
    page.answers.push_back(row_of(answer, telling));
    shown.answers.push_back({.thread = answer.thread, .id = answer.id, .number = answer.number});
  }
  for (const auto& board : read.boards) {
    page.boards.push_back({.id = short_form(board.id),
                           .name = film_name(board.title, board.year),
                           .href = board_address(board.kind, board.slug)});
    shown.boards.push_back(board.id);
  }
}

}  // namespace

Response home_page(Visit& visit) {
  auto read = read_home(visit);
  const auto news = threads_with_news(visit);
  view::Home page;
  Shown shown;
  page.frame = frame_of(visit, "");
  page.frame.canonical = "/";
  const bool came_today = visit.minute < read.joined + kNewcomer;
  page.welcome = (came_today ? say::home::welcome_first : say::home::welcome)(visit.language, visit.viewer.name);
  page.reads = !news.empty() || !visit.site.threads_read(visit.viewer.member, visit.moment)->empty() ||
               !visit.site.read_marks().unwritten_of(visit.viewer.member).empty();
  page.summary = news.empty() && !page.reads ? say::home::begin(visit.language) : summary_of(news, visit.language);
  add_news(page, shown, news, visit.telling());
  add_threads(page, shown, read.threads, visit.telling());
  add_own(page, shown, read, visit.telling());
  shown.board_news = news_on_boards(news);
  page.rated = std::move(read.rated);
  for (const auto& line : read.reviews) page.reviews.push_back(web::row_of(line, visit.telling()));
  for (const auto& room : read.rooms)
    page.rooms.push_back({.text = room.title, .href = board_address(talk::BoardKind::General, room.slug)});
  auto response = show(visit, pages::home(visit.language, page));
  response.shown = std::make_shared<const Shown>(std::move(shown));
  return response;
}

}  // namespace rialto::web
