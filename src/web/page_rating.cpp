#include "web/page_rating.h"

#include <charconv>

#include "db/db.h"
#include "film/film.h"
#include "say/rating.h"
#include "talk/rating.h"
#include "web/film_card.h"
#include "web/pages/film.html.h"
#include "web/view/film.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

std::string words_of(const talk::OwnRating& own, Language language) {
  const auto stars = [&](std::int64_t rating) { return view::stars_text(static_cast<int>(rating), language); };
  if (own.said && own.reviewed)
    return say::rating::now_and_reviewed(language, stars(*own.said), stars(*own.reviewed));
  if (own.said) return say::rating::given(language, stars(*own.said));
  if (own.reviewed) return say::rating::reviewed(language, stars(*own.reviewed));
  return std::string(say::rating::none(language));
}

int rating_in(const Visit& visit) {
  const auto text = visit.request.form.get("rating");
  int rating = -1;
  std::from_chars(text.data(), text.data() + text.size(), rating);
  return rating;
}

std::optional<film::Film> film_of(Visit& visit) {
  auto film = visit.db().read([&](Tx& tx) { return film::film_with_slug(tx, visit.request.params.get("slug")); });
  if (film && film->removed) return std::nullopt;
  return film;
}

}  // namespace

Response rating_page(Visit& visit) {
  const auto film = film_of(visit);
  if (!film) return nothing_here(visit);
  if (!visit.viewer.signed_in()) return sign_in_first(visit);
  view::RatingPage page;
  const auto own = visit.db().read([&](Tx& tx) {
    page.card = card_of(tx, *film);
    return talk::rating_by(tx, visit.viewer.member, film->id);
  });
  page.film = film::full_title(*film);
  page.film_href = "/film/" + film->slug;
  page.heading = say::rating::heading(visit.language, page.film);
  page.frame = frame_of(visit, page.heading, "films");
  page.frame.indexed = false;
  page.action = page.film_href + "/rating";
  page.words = words_of(own, visit.language);
  page.stars = static_cast<int>(own.counts().value_or(0));
  page.can_take_back = own.said.has_value();
  for (int rating = 10; rating >= 1; --rating)
    page.steps.push_back({.rating = rating, .stars = view::stars_text(rating, visit.language), .chosen = rating == page.stars});
  return show(visit, pages::rating(visit.language, page));
}

Response take_rating(Visit& visit) {
  const auto film = film_of(visit);
  if (!film) return nothing_here(visit);
  if (!visit.viewer.signed_in()) return sign_in_first(visit);
  const auto address = "/film/" + film->slug;
  if (rating_in(visit) == 0) {
    visit.db().write([&](Tx& tx) { talk::take_rating_back(tx, visit.viewer.member, film->id); });
    return go_to(address, Said::RatingTakenBack);
  }
  const auto refusal =
      visit.db().write([&](Tx& tx) { return talk::rate(tx, visit.actor(), film->id, rating_in(visit)); });
  return refusal ? refused(visit, *refusal) : go_to(address, Said::Rated);
}

}  // namespace rialto::web
