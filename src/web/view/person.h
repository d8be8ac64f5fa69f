// A person's page: what they made, by job, newest first.
#pragma once

#include "web/view/film.h"

namespace rialto::web::view {

struct Person {
  Frame frame;
  std::string name, href;
  std::string life;          // "born 1943 in Chicago"; may be empty
  std::string summary;
  struct Work {
    std::string job;         // "Director", "Actor"
    struct Row {
      std::string year, title, href, character;
    };
    std::vector<Row> rows;
  };
  std::vector<Work> works;
  std::vector<Card> known_for;
  std::vector<Link> elsewhere;
  std::string board_href, new_thread_href;
  std::vector<NamingRow> naming;
  std::vector<ThreadRow> threads;  // of the person's own board
};

}  // namespace rialto::web::view
