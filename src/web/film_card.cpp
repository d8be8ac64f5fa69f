#include "web/film_card.h"

#include "film/director.h"

namespace rialto::web {

std::vector<view::Card> cards_of(Tx& tx, std::span<const film::Film> films) {
  std::vector<FilmId> ids;
  for (const auto& film : films) ids.push_back(film.id);
  const auto directors = film::directors_of(tx, ids);
  std::vector<view::Card> cards;
  for (const auto& film : films) {
    const auto director = directors.find(film.id);
    cards.push_back(view::card_of({.title = film.title,
                                   .year = film.year.value_or(0),
                                   .director = director == directors.end() ? "" : std::string_view(director->second),
                                   .genres = film.genres},
                                  "/film/" + film.slug));
  }
  return cards;
}

view::Card card_of(Tx& tx, const film::Film& film) {
  return cards_of(tx, {&film, 1}).front();
}

}  // namespace rialto::web
