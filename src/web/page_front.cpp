#include "web/page_front.h"

#include <algorithm>

#include "db/db.h"
#include "film/film_list.h"
#include "talk/board.h"
#include "talk/review.h"
#include "talk/thread.h"
#include "web/film_card.h"
#include "web/pages/front.html.h"
#include "web/pieces.h"
#include "web/view/front.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr int kThreads = 20;
constexpr int kReviews = 6;
constexpr std::size_t kWall = 14;  // two rows on a desk

constexpr std::string_view kWords =
    "A home for film talk: a board for every film, reviews worth arguing with, and spoilers that stay veiled.";

struct Latest {
  std::vector<talk::ThreadElsewhere> threads;
  std::vector<talk::ReviewLine> reviews;
  std::vector<talk::BoardLine> general;
  std::vector<view::Card> wall;
};

// Films with the latest talk; where there are few, the best known ones after them.
std::vector<view::Card> read_wall(Tx& tx) {
  std::vector<film::Film> films;
  for (const auto& board : talk::lively_boards(tx, talk::BoardKind::Film, static_cast<int>(kWall)))
    if (auto film = film::film_with_slug(tx, board.slug)) films.push_back(std::move(*film));
  if (films.size() < kWall)
    for (auto& film : film::list_films(tx, {}, "", static_cast<int>(2 * kWall)).films) {
      const bool there = std::any_of(films.begin(), films.end(), [&](const auto& one) { return one.id == film.id; });
      if (!there && films.size() < kWall) films.push_back(std::move(film));
    }
  return cards_of(tx, films);
}

Latest read_latest(Db& db) {
  return db.read([](Tx& tx) {
    return Latest{.threads = talk::latest_threads(tx, kThreads),
                  .reviews = talk::latest_reviews(tx, kReviews),
                  .general = talk::general_boards(tx),
                  .wall = read_wall(tx)};
  });
}

}  // namespace

Response front_page(Visit& visit) {
  auto latest = read_latest(visit.db());
  const auto at = now();
  view::Front page;
  page.frame = frame_of(visit, "");
  page.frame.canonical = "/";
  page.words = page.frame.description = kWords;
  for (const auto& line : latest.threads) page.threads.push_back(row_of(line, at));
  for (const auto& line : latest.reviews) page.reviews.push_back(row_of(line, at));
  for (const auto& board : latest.general) page.boards.push_back({.text = board.title, .href = "/board/" + board.slug});
  page.wall = std::move(latest.wall);
  return show(visit, pages::front(page));
}

}  // namespace rialto::web
