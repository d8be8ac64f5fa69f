#include "web/page_front.h"

#include "db/db.h"
#include "talk/board.h"
#include "talk/review.h"
#include "talk/thread.h"
#include "web/pages/front.html.h"
#include "web/pieces.h"
#include "web/view/front.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr int kThreads = 20;
constexpr int kReviews = 6;
constexpr int kWall = 16;

struct Latest {
  std::vector<talk::ThreadElsewhere> threads;
  std::vector<talk::ReviewLine> reviews;
  std::vector<talk::BoardLine> general;
  std::vector<talk::BoardLine> films;
};

Latest read_latest(Db& db) {
  return db.read([](Tx& tx) {
    return Latest{.threads = talk::latest_threads(tx, kThreads),
                  .reviews = talk::latest_reviews(tx, kReviews),
                  .general = talk::general_boards(tx),
                  .films = talk::lively_boards(tx, talk::BoardKind::Film, kWall)};
  });
}

view::Card card_of_board(const talk::BoardLine& board) {
  return view::card_of(
      {.title = board.title, .year = static_cast<int>(board.year.value_or(0)), .director = "", .genres = {}},
      "/film/" + board.slug);
}

}  // namespace

Response front_page(Visit& visit) {
  const auto latest = read_latest(visit.db());
  const auto at = now();
  view::Front page;
  page.frame = frame_of(visit, "");
  page.frame.canonical = "/";
  for (const auto& line : latest.threads) page.threads.push_back(row_of(line, at));
  for (const auto& line : latest.reviews) page.reviews.push_back(row_of(line, at));
  for (const auto& board : latest.general) page.boards.push_back({.text = board.title, .href = "/board/" + board.slug});
  for (const auto& board : latest.films) page.wall.push_back(card_of_board(board));
  return show(visit, pages::front(page));
}

}  // namespace rialto::web
