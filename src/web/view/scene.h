// Scenes: where people talk along a film's running time, a scene's page, and the form that adds and edits one.
#pragma once

#include "web/view/thread.h"

namespace rialto::web::view {

// A scene on the strip along its film's running time, and in the list.
struct SceneMark {
  std::string name, href;
  std::string place;         // "from minute 91 on"; may be empty
  std::string texts;         // "in 12 texts"; empty: nobody has spoken of it
  std::optional<Veil> veil;  // over its name: it gives something away
  int x = 0;                 // 0 to 1000 along the strip
  int thickness = 0;         // of the mark, by talk: 3 to 15 px; 0: nobody said where it is, and there is none
};

struct Strip {
  std::vector<SceneMark> marks;  // in the order of the film
  std::string new_href;          // where a scene is added
  std::string length;            // "170 minutes"; empty: not known, and nothing is drawn
  std::vector<int> half_hours;   // along the strip
};

struct ScenePage {
  Frame frame;
  Link film;                       // "Heat (1995)"
  std::string film_id;
  std::string heading;             // its name, or what may be said instead
  std::string name, place, names;  // names: "also called: diner scene, coffee scene"; may be empty
  std::optional<Veil> veil;        // over its names and all that is said here
  std::vector<ThreadRow> threads;
  std::vector<ReviewRow> reviews;
  std::vector<NamingRow> naming;
  std::string new_thread_href, new_review_href, edit_href, history_href;
  std::optional<Link> before, after;  // the scenes around it
};

struct SceneForm {
  Frame frame;
  std::string heading, action, back_href, key, version, button;
  std::vector<Notice> notices;
  std::vector<Field> fields;     // name, place, from where on it gives something away
  std::string names;             // others, one a line
};

struct SceneHistory {
  Frame frame;
  std::string heading;
  Link scene;
  std::optional<Veil> veil;
  struct Change {
    When when;
    Who by;
    struct Line {
      std::string what, before, after;
    };
    std::vector<Line> lines;
    std::string undo_action;     // POST; empty where it can't be taken back
  };
  std::vector<Change> changes;
};

}  // namespace rialto::web::view
