// Boards: the index of all, and one with its threads.
#pragma once

#include "web/view/film.h"

namespace rialto::web::view {

struct Board {
  Frame frame;
  std::string name, href;            // "Heat (1995)", "/board/heat-1995"
  std::string about;                 // what it is for; may be empty
  std::optional<Card> film;          // for a film's board
  std::string film_id;               // its short form; else empty
  std::optional<Link> person;        // for a person's
  std::string summary;               // "214 threads, 3,120 posts"
  std::vector<Choice> orders;        // latest talk, newest, most posts
  std::vector<ThreadRow> pinned;     // empty from the second page on
  std::vector<ThreadRow> threads;
  Pager pager;
  std::string new_thread_href;       // empty: nobody may begin one here
  std::string read_action;           // that all on it is read; empty: there is nothing to read
};

struct BoardRow {
  std::string id;                    // short form, for what is new on it
  std::string name, href, about;
  std::string counts;                // "214 threads"
  std::optional<ThreadRow> last;     // the thread with the latest post
};

struct Boards {
  Frame frame;
  std::vector<BoardRow> general;
  std::vector<BoardRow> films;       // those with the latest talk
  std::vector<BoardRow> persons;
  std::vector<ThreadRow> latest;     // over all boards
  std::vector<Choice> orders;
};

}  // namespace rialto::web::view
