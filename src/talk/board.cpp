#include "talk/board.h"

#include "db/db.h"
#include "talk/board.sql.h"

namespace rialto::talk {

namespace {

std::optional<BoardId> board_id_of(Tx& tx, BoardKind kind, std::int64_t subject) {
  const auto row = tx.row<sql::board_of>({.kind = static_cast<std::int64_t>(kind), .subject = subject});
  if (!row) return std::nullopt;
  return row->id;
}

std::optional<Board> find_board_of(Tx& tx, BoardKind kind, std::int64_t subject) {
  const auto id = board_id_of(tx, kind, subject);
  return id ? find_board(tx, *id) : std::nullopt;
}

// The slug of a board with a subject is the subject's, which may change; its own is only a unique filler.
BoardId board_for(Tx& tx, BoardKind kind, std::int64_t subject) {
  if (const auto known = board_id_of(tx, kind, subject)) return *known;
  const auto id = make_id<BoardId>();
  const auto filler = short_form(id);
  tx.run<sql::board_add>({.id = id,
                          .kind = static_cast<std::int64_t>(kind),
                          .subject = subject,
                          .slug = filler,
                          .title = "",
                          .about = "",
                          .at = now()});
  return id;
}

}  // namespace

std::optional<Board> find_board(Tx& tx, BoardId id) {
  const auto row = tx.row<sql::board_by_id>({.board = id});
  if (!row) return std::nullopt;
  return Board{.id = row->id,
               .kind = static_cast<BoardKind>(row->kind),
               .subject = row->subject,
               .slug = row->slug,
               .title = row->title,
               .year = row->year,
               .about = row->about,
               .threads = row->threads,
               .posts = row->posts,
               .version = row->version};
}

std::optional<Board> find_general_board(Tx& tx, const std::string& slug) {
  const auto row = tx.row<sql::board_general>({.slug = slug});
  return row ? find_board(tx, row->id) : std::nullopt;
}

std::optional<Board> find_board_of(Tx& tx, FilmId film) {
  return find_board_of(tx, BoardKind::Film, film.value);
}
std::optional<Board> find_board_of(Tx& tx, PersonId person) {
  return find_board_of(tx, BoardKind::Person, person.value);
}

BoardId board_for(Tx& tx, FilmId film) {
  return board_for(tx, BoardKind::Film, film.value);
}
BoardId board_for(Tx& tx, PersonId person) {
  return board_for(tx, BoardKind::Person, person.value);
}

std::vector<BoardLine> general_boards(Tx& tx) {
  std::vector<BoardLine> lines;
  for (auto& row : tx.rows<sql::boards_general>())
    lines.push_back({.id = row.id,
                     .slug = std::move(row.slug),
                     .title = std::move(row.title),
                     .about = std::move(row.about),
                     .threads = row.threads,
                     .posts = row.posts,
                     .last_at = row.last_at});
  return lines;
}

std::vector<BoardLine> lively_boards(Tx& tx, BoardKind kind, int limit) {
  std::vector<BoardLine> lines;
  for (auto& row : tx.rows<sql::boards_lately>({.kind = static_cast<std::int64_t>(kind), .limit = limit}))
    lines.push_back({.id = row.id,
                     .slug = std::move(row.slug),
                     .title = std::move(row.title),
                     .year = row.year,
                     .threads = row.threads,
                     .posts = row.posts,
                     .last_at = row.last_at});
  return lines;
}

std::optional<BoardId> add_general_board(Tx& tx, const NewBoard& board) {
  if (tx.row<sql::board_general>({.slug = board.slug})) return std::nullopt;
  const auto id = make_id<BoardId>();
  tx.run<sql::board_add>({.id = id,
                          .kind = 0,
                          .subject = id.value,
                          .slug = board.slug,
                          .title = board.title,
                          .about = board.about,
                          .position = board.position,
                          .at = now()});
  return id;
}

}  // namespace rialto::talk
