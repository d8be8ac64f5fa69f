#include "web/film_card.h"

#include "base/strings.h"
#include "card/draw.h"
#include "film/director.h"

namespace rialto::web {

namespace {

// With its version in the address, a card may be kept for good.
view::Card view_of(const film::Film& film, std::string_view director) {
  const auto facts = card_facts(film, director);
  return {.title = film.title,
          .href = "/film/" + film.slug,
          .picture = card_address(film.slug) + "?v=" + card::version_of(facts),
          .spoken = card::spoken(facts)};
}

}  // namespace

std::vector<view::Card> cards_of(Tx& tx, std::span<const film::Film> films) {
  std::vector<FilmId> ids;
  for (const auto& film : films) ids.push_back(film.id);
  const auto directors = film::directors_of(tx, ids);
  std::vector<view::Card> cards;
  for (const auto& film : films) {
    const auto director = directors.find(film.id);
    cards.push_back(view_of(film, director == directors.end() ? "" : std::string_view(director->second)));
  }
  return cards;
}

view::Card card_of(Tx& tx, const film::Film& film) {
  return cards_of(tx, {&film, 1}).front();
}

card::Facts card_facts(const film::Film& film, std::string_view director) {
  return {.title = film.title,
          .year = film.year.value_or(0),
          .director = director,
          .genres = film.genres,
          .countries = film.countries};
}

std::string card_address(std::string_view slug) {
  return "/film/" + std::string(slug) + "/card.svg";
}

std::string lobby_card_address(const view::Card& card) {
  return replaced(card.picture, "/card.svg", "/lobby.png");
}

}  // namespace rialto::web
