#include "web/page_front.h"

#include <algorithm>
#include <cstdint>

#include "db/db.h"
#include "film/film_list.h"
#include "say/front.h"
#include "talk/board.h"
#include "talk/review.h"
#include "talk/thread.h"
#include "web/film_card.h"
#include "web/pages/front.html.h"
#include "web/pieces.h"
#include "web/shown.h"
#include "web/view/front.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr int kThreads = 20;
constexpr int kReviews = 6;
constexpr std::size_t kWall = 14;  // two rows on a desk

constexpr int kKnown = 300;  // from how many of the best known films the wall is filled

struct Latest {
  std::vector<talk::ThreadElsewhere> threads;
  std::vector<talk::ReviewLine> reviews;
  std::vector<talk::BoardLine> general;
  std::vector<view::Card> wall;
};

std::int64_t today(PageNow now) {
  constexpr std::int64_t kDay = 86'400'000'000;
  return now.told([](Time time) { return ForNow<std::int64_t>{time.micros / kDay, Time{(time.micros / kDay + 1) * kDay}}; });
}

// An order without meaning that is another each day.
std::uint64_t place_on(std::int64_t day, FilmId film) {
  std::uint64_t mixed = static_cast<std::uint64_t>(film.value ^ day) * 0x9E3779B97F4A7C15u;
  mixed ^= mixed >> 29;
  return mixed * 0xBF58476D1CE4E5B9u;
}

// Films with the latest talk; where there are few, some of the best known ones after them.
std::vector<view::Card> read_wall(Tx& tx, PageNow now) {
  std::vector<film::Film> films;
  for (const auto& board : talk::lively_boards(tx, talk::BoardKind::Film, static_cast<int>(kWall)))
    if (auto film = film::film_with_slug(tx, board.slug)) films.push_back(std::move(*film));
  if (films.size() < kWall) {
    auto known = film::list_films(tx, {}, "", kKnown).films;
    std::sort(known.begin(), known.end(),
              [day = today(now)](const auto& one, const auto& other) { return place_on(day, one.id) < place_on(day, other.id); });
    for (auto& film : known) {
      const bool there = std::any_of(films.begin(), films.end(), [&](const auto& one) { return one.id == film.id; });
      if (!there && films.size() < kWall) films.push_back(std::move(film));
    }
  }
  return cards_of(tx, films);
}

Latest read_latest(const SharedVisit& visit) {
  return visit.db().read([&](Tx& tx) {
    return Latest{.threads = talk::latest_threads(tx, kThreads),
                  .reviews = talk::latest_reviews(tx, std::nullopt, kReviews),
                  .general = talk::general_boards(tx),
                  .wall = read_wall(tx, visit.now)};
  });
}

}  // namespace

Response front_page(SharedVisit& visit) {
  auto latest = read_latest(visit);
  view::Front page;
  page.frame = frame_of(visit, "");
  page.frame.canonical = "/";
  page.words = page.frame.description = say::front::welcome(visit.language);
  for (const auto& line : latest.threads) page.threads.push_back(row_of(line, visit.telling()));
  for (const auto& line : latest.reviews) page.reviews.push_back(row_of(line, visit.telling()));
  for (const auto& board : latest.general) page.boards.push_back({.text = board.title, .href = "/board/" + board.slug});
  page.wall = std::move(latest.wall);
  auto response = show(visit, pages::front(visit.language, page));
  response.shown = std::make_shared<const Shown>(listing(latest.threads));
  return response;
}

}  // namespace rialto::web
