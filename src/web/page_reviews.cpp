#include "web/page_reviews.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "db/db.h"
#include "say/review.h"
#include "say/rows.h"
#include "talk/rating.h"
#include "talk/review.h"
#include "web/film_card.h"
#include "web/pages/review.html.h"
#include "web/pieces.h"
#include "web/shown.h"
#include "web/view/review.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr int kReviews = 30;

struct NamedOrder {
  talk::ReviewOrder order;
  std::string_view key;  // in the address
  std::string_view (*name)(Language);
  std::string_view (*how)(Language);  // what the order is made of, for who wants to know
};

constexpr std::array kOrders = {
    NamedOrder{talk::ReviewOrder::Newest, "", say::review::newest, say::review::newest_how},
    NamedOrder{talk::ReviewOrder::Oldest, "oldest", say::review::oldest, say::review::oldest_how},
    NamedOrder{talk::ReviewOrder::Longest, "longest", say::review::longest, say::review::longest_how},
    NamedOrder{talk::ReviewOrder::MostAnswered, "answered", say::review::answered, say::review::answered_how},
    NamedOrder{talk::ReviewOrder::ClosestToAverage, "closest", say::review::closest, say::review::closest_how},
    NamedOrder{talk::ReviewOrder::FarthestFromAverage, "against", say::review::against, say::review::against_how}};

const NamedOrder& order_in(const SharedVisit& visit) {
  const auto key = visit.address.query.get("order");
  const auto found = std::find_if(kOrders.begin(), kOrders.end(), [&](const auto& one) { return one.key == key; });
  return found == kOrders.end() ? kOrders.front() : *found;
}

std::optional<std::int64_t> rating_in(const SharedVisit& visit) {
  const auto text = visit.address.query.get("rating");
  std::int64_t rating = 0;
  std::from_chars(text.data(), text.data() + text.size(), rating);
  return rating < 1 || rating > 10 ? std::nullopt : std::optional(rating);
}

std::string address_with(const std::string& address, std::string_view order, std::optional<std::int64_t> rating) {
  std::string out = address;
  if (!order.empty()) out.append("?order=").append(order);
  if (rating) out += (order.empty() ? "?rating=" : "&rating=") + std::to_string(*rating);
  return out;
}

std::string summary_of(const view::Ratings& ratings, std::int64_t total, const NamedOrder& order,
                       std::optional<std::int64_t> rating, Language language) {
  auto words = rating ? say::review::reviews_with(language, total, view::stars_text(static_cast<int>(*rating), language))
                      : say::review::reviews_counted(language, total);
  if (!ratings.spoken.empty()) words += "; " + ratings.spoken;
  return say::review::summary(language, words, order.how(language));
}

void add_list(view::Reviews& page, Tx& tx, const SharedVisit& visit, const film::Film& film) {
  const auto& order = order_in(visit);
  const auto rating = rating_in(visit);
  const auto address = "/film/" + film.slug + "/reviews";
  const auto total = talk::count_reviews(tx, film.id, rating);
  const auto counts = talk::ratings_of(tx, film.id);
  page.summary = summary_of(view::ratings_of({std::begin(counts.of), std::end(counts.of)}, address, visit.language), total, order, rating,
                            visit.language);
  page.pager = pager_of({total, visit.page(), kReviews}, address_with(address, order.key, rating), say::rows::reviews_shown, visit.language);
  for (const auto& one : kOrders)
    page.orders.push_back({.text = std::string(one.name(visit.language)),
                           .href = address_with(address, one.key, rating),
                           .chosen = one.key == order.key});
  if (rating) page.all_href = address_with(address, order.key, std::nullopt);
  for (const auto& line : talk::reviews_of(tx, {.film = film.id,
                                                .order = order.order,
                                                .rating = rating,
                                                .page = visit.page(),
                                                .per_page = kReviews}))
    page.reviews.push_back(row_of(line, visit.telling()));
}

}  // namespace

Response reviews_page(SharedVisit& visit) {
  view::Reviews page;
  page.frame = frame_of(visit, say::review::reviews(visit.language), "reviews");
  page.frame.canonical = "/reviews";
  page.heading = say::review::reviews(visit.language);
  page.summary = say::review::newest_first(visit.language);
  const auto before = before_of<ReviewId>(visit.address.query);
  const auto reviews = visit.db().read([&](Tx& tx) { return talk::latest_reviews(tx, before, kReviews); });
  for (const auto& line : reviews) page.reviews.push_back(row_of(line, visit.telling()));
  if (!reviews.empty())
    page.pager = pager_after("/reviews", short_form(reviews.back().id), reviews.size() == kReviews, !before, visit.language);
  return show(visit, pages::reviews(visit.language, page));
}

Response film_reviews_page(SharedVisit& visit) {
  view::Reviews page;
  std::string slug;
  const bool found = visit.db().read([&](Tx& tx) {
    const auto film = film::film_with_slug(tx, visit.address.params.get("slug"));
    if (!film) return false;
    slug = film->slug;
    page.heading = say::review::reviews_of(visit.language, film::full_title(*film));
    page.film = card_of(tx, *film);
    add_list(page, tx, visit, *film);
    return true;
  });
  if (!found) return nothing_here(visit);
  const auto address = "/film/" + slug + "/reviews";
  if (address != visit.address.path) return redirect_301(address);
  page.frame = frame_of(visit, page.heading, "reviews");
  page.frame.canonical = address;
  auto response = show(visit, pages::reviews(visit.language, page));
  response.shown = std::make_shared<const Shown>(Shown{.lobby_card = lobby_card_address(*page.film)});
  return response;
}

}  // namespace rialto::web
