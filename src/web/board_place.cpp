#include "web/board_place.h"

#include "web/pieces.h"

namespace rialto::web {

std::string BoardPlace::name() const {
  if (film) return film::full_title(*film);
  return person ? person->name : board->title;
}

std::string BoardPlace::address() const {
  if (person) return board_address(talk::BoardKind::Person, person->slug);
  return board_address(talk::BoardKind::General, film ? film->slug : board->slug);
}

std::optional<BoardPlace> board_at(Tx& tx, std::string_view slug) {
  if (auto board = talk::find_general_board(tx, std::string(slug)))
    return BoardPlace{.board = std::move(board), .film = {}, .person = {}};
  auto film = film::film_with_slug(tx, slug);
  if (!film) return std::nullopt;
  auto board = talk::find_board_of(tx, film->id);
  return BoardPlace{.board = std::move(board), .film = std::move(film), .person = {}};
}

std::optional<BoardPlace> person_board_at(Tx& tx, std::string_view slug) {
  auto person = film::person_with_slug(tx, slug);
  if (!person) return std::nullopt;
  auto board = talk::find_board_of(tx, person->id);
  return BoardPlace{.board = std::move(board), .film = {}, .person = std::move(person)};
}

BoardPlace place_of(Tx& tx, BoardId id) {
  BoardPlace place{.board = talk::find_board(tx, id), .film = {}, .person = {}};
  if (place.board->kind == talk::BoardKind::Film) place.film = film::read_film(tx, FilmId{place.board->subject});
  if (place.board->kind == talk::BoardKind::Person)
    place.person = film::read_person(tx, PersonId{place.board->subject});
  return place;
}

BoardId ensured_board(Tx& tx, const BoardPlace& place) {
  if (place.film) return talk::board_for(tx, place.film->id);
  if (place.person) return talk::board_for(tx, place.person->id);
  return place.board->id;
}

}  // namespace rialto::web
