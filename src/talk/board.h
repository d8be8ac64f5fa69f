// Boards: where threads are. One for each film and each person, made with its first thread, and general ones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace rialto {
class Tx;
}

namespace rialto::talk {

enum class BoardKind { General = 0, Film = 1, Person = 2 };

struct Board {
  BoardId id;
  BoardKind kind = BoardKind::General;
  std::int64_t subject = 0;  // the film's or person's id
  std::string slug;          // of a film's or person's board: its subject's
  std::string title;
  std::optional<std::int64_t> year;
  std::string about;
  std::int64_t threads = 0;
  std::int64_t posts = 0;
  std::int64_t version = 0;
};

// A line in a list of boards.
struct BoardLine {
  BoardId id;
  std::string slug;
  std::string title;
  std::optional<std::int64_t> year;
  std::string about;
  std::int64_t threads = 0;
  std::int64_t posts = 0;
  Time last_at;
};

std::optional<Board> find_board(Tx& tx, BoardId id);
std::optional<Board> find_general_board(Tx& tx, const std::string& slug);

// Nothing as long as nobody has spoken of the film or person.
std::optional<Board> find_board_of(Tx& tx, FilmId film);
std::optional<Board> find_board_of(Tx& tx, PersonId person);

// Finds or makes it. In a write only.
BoardId board_for(Tx& tx, FilmId film);
BoardId board_for(Tx& tx, PersonId person);

std::vector<BoardLine> general_boards(Tx& tx);
// Film boards or person boards with talk, the most lately answered first.
std::vector<BoardLine> lively_boards(Tx& tx, BoardKind kind, int limit);

struct NewBoard {
  std::string slug;
  std::string title;
  std::string about;
  std::int64_t position = 0;  // among the general boards, lowest first
};

// Makes a general board; nothing if the slug is taken.
std::optional<BoardId> add_general_board(Tx& tx, const NewBoard& board);

}  // namespace rialto::talk
