// What was found: films and people first, then talk, newest first.
#pragma once

#include "web/view/member.h"

namespace rialto::web::view {

struct Found {
  Frame frame;
  std::string query;
  std::vector<Choice> parts;         // everything, films, people, talk, members
  std::vector<Card> films;
  struct PersonRow {
    std::string name, href, known_for;
  };
  std::vector<PersonRow> persons;
  struct Hit {
    std::string title, href, board, board_href;
    Who by;
    When when;
    SafeHtml excerpt;                // with <mark>; without spoilers
  };
  std::vector<Hit> hits;
  std::vector<Link> members, boards;
  std::string summary;               // "3 films, 1 person, 214 posts"
  std::string none;                  // what to try when nothing was found
  Pager pager;
};

}  // namespace rialto::web::view
