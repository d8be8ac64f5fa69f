// A small community for tests of talk: members Ana (a moderator), Ben and Cleo, the film Heat (1995), one general
// board.
#pragma once

#include "support/databases.h"
#include "talk/board.h"
#include "talk/write.h"

namespace rialto::talk {

class Community {
 public:
  explicit Community(Engine engine) : database_(engine) {
    db().write([&](Tx& tx) {
      tx.connection().script(
          "INSERT INTO member (id, kind, name, name_fold, skeleton, created) VALUES "
          "(1, 1, 'Ana', 'ana', 'ana', 0), (2, 1, 'Ben', 'ben', 'ben', 0), (3, 1, 'Cleo', 'cleo', 'cleo', 0)");
      tx.connection().script(
          "INSERT INTO film (id, slug, title, title_fold, sort_fold, year, created) VALUES "
          "(7, 'heat-1995', 'Heat', 'heat', 'heat', 1995, 0)");
      lobby = add_general_board(tx, {.slug = "lobby", .title = "The lobby", .about = ""}).value();
      heat = board_for(tx, FilmId{7});
    });
  }

  Db& db() { return database_.db(); }
  const std::string& place() const { return database_.place(); }

  Actor ana{.member = {1}, .power = Power::Moderator};
  Actor ben{.member = {2}};
  Actor cleo{.member = {3}};
  BoardId lobby;
  BoardId heat;

  Written start(const Actor& actor, const std::string& title, const std::string& body) {
    const auto done = db().write(
        [&](Tx& tx) { return start_thread(tx, actor, {.board = heat, .title = title, .body = body, .form = ""}); });
    return std::get<Written>(done);
  }

  Writing answer(const Actor& actor, ThreadId thread, std::optional<PostId> parent, const std::string& body,
                 const std::string& form = "") {
    return db().write(
        [&](Tx& tx) { return reply(tx, actor, {.thread = thread, .parent = parent, .body = body, .form = form}); });
  }

 private:
  TestDatabase database_;
};

}  // namespace rialto::talk
