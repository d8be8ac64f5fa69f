#include "web/page_card.h"

#include "card/draw.h"
#include "card/lobby_card.h"
#include "film/director.h"
#include "web/etag.h"
#include "web/film_card.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr std::string_view kForGood = "public, max-age=31536000, immutable";
constexpr std::string_view kForAWhile = "public, max-age=600";

struct Read {
  film::Film film;
  std::string director;

  // Its address has changed since.
  [[nodiscard]] bool is_elsewhere(const Visit& visit) const { return film.slug != visit.address.params.get("slug"); }
};

std::string director_of(Tx& tx, FilmId film) {
  const auto directors = film::directors_of(tx, {&film, 1});
  return directors.empty() ? "" : directors.begin()->second;
}

std::optional<Read> read_film(Visit& visit) {
  return visit.db().read([&](Tx& tx) -> std::optional<Read> {
    auto film = film::film_with_slug(tx, visit.address.params.get("slug"));
    if (!film) return std::nullopt;
    auto director = director_of(tx, film->id);
    return Read{.film = *std::move(film), .director = std::move(director)};
  });
}

// Without its body. An address with an older version, or without one, gives the picture as it is today, and isn't kept for it.
Response picture(std::string type, const Visit& visit, const std::string& version) {
  auto response = bytes(std::move(type), "");
  response.etag = version;
  response.cache_control = visit.request.query.get("v") == version ? kForGood : kForAWhile;
  return response;
}

Response lobby_card(Visit& visit, const std::string& version, const std::function<std::string()>& draw) {
  auto response = picture("image/png", visit, version);
  if (has_current(visit.request, version)) return response;
  auto png = visit.site.lobby_cards().png_of(draw());
  if (!png) return too_busy();
  response.body = std::move(png);
  return response;
}

const std::string& house_name(const Visit& visit) {
  return visit.house->settings.site_name;
}

}  // namespace

Response card_picture(Visit& visit) {
  const auto read = read_film(visit);
  if (!read) return not_found();
  if (read->is_elsewhere(visit)) return redirect_301(card_address(read->film.slug));
  const auto facts = card_facts(read->film, read->director);
  auto response = picture("image/svg+xml", visit, card::version_of(facts));
  if (!has_current(visit.request, response.etag)) response.body = card::draw(facts);
  return response;
}

Response film_lobby_card(Visit& visit) {
  const auto read = read_film(visit);
  if (!read || read->film.removed) return not_found();
  if (read->is_elsewhere(visit)) return redirect_301("/film/" + read->film.slug + "/lobby.png");
  const auto facts = card_facts(read->film, read->director);
  return lobby_card(visit, card::version_of(facts), [&] { return card::lobby_card_of(facts, house_name(visit)); });
}

Response house_lobby_card(Visit& visit) {
  return lobby_card(visit, card::version_of({.title = house_name(visit)}), [&] { return card::lobby_card_of(house_name(visit)); });
}

}  // namespace rialto::web
