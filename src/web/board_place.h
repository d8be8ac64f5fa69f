// Which board an address means. The boards of films and persons are made with their first thread, so until then a place
// has no board.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "film/film.h"
#include "film/person.h"
#include "talk/board.h"

namespace rialto::web {

struct BoardPlace {
  std::optional<talk::Board> board;
  std::optional<film::Film> film;
  std::optional<film::Person> person;

  std::string name() const;     // "Heat (1995)", "Michael Mann", "The lobby"
  std::string address() const;  // where its threads are listed
};

// /board/{slug}: a general board's, or else a film's. Nothing if there is neither.
std::optional<BoardPlace> board_at(Tx& tx, std::string_view slug);
// /person/{slug}/board
std::optional<BoardPlace> person_board_at(Tx& tx, std::string_view slug);
// The place of a board that is there.
BoardPlace place_of(Tx& tx, BoardId board);

// The board of this place, made if there is none. In a write only.
BoardId ensured_board(Tx& tx, const BoardPlace& place);

}  // namespace rialto::web
