#include "web/page_card.h"

#include "card/draw.h"
#include "film/director.h"
#include "web/etag.h"
#include "web/film_card.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr std::string_view kForGood = "public, max-age=31536000, immutable";
constexpr std::string_view kForAWhile = "public, max-age=600";

std::string director_of(Tx& tx, FilmId film) {
  const auto directors = film::directors_of(tx, {&film, 1});
  return directors.empty() ? "" : directors.begin()->second;
}

}  // namespace

Response card_picture(Visit& visit) {
  const auto slug = visit.address.params.get("slug");
  std::string director;
  const auto film = visit.db().read([&](Tx& tx) {
    auto found = film::film_with_slug(tx, slug);
    if (found) director = director_of(tx, found->id);
    return found;
  });
  if (!film) return not_found();
  if (film->slug != slug) return redirect_301(card_address(film->slug));
  const auto facts = card_facts(*film, director);
  const auto version = card::version_of(facts);
  auto response = bytes("image/svg+xml", "");
  response.etag = version;
  // An address with an older version, or without one, gives the card as it is today, and isn't kept for it.
  response.cache_control = visit.request.query.get("v") == version ? kForGood : kForAWhile;
  if (!has_current(visit.request, version)) response.body = card::draw(facts);
  return response;
}

}  // namespace rialto::web
