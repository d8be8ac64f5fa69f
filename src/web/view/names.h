// What a text names, and the forms with which members correct it.
#pragma once

#include "web/view/frame.h"
#include "web/view/thread.h"

namespace rialto::web::view {

// Which words of the text: sent with every form.
struct NamePlace {
  std::string words, nth;
};

// A name in the text that is a link.
struct NameRow {
  NamePlace place;
  std::string words;         // as they are shown
  std::string name, href;    // "Heat (1995)"
  std::string another_href;  // this page, asking what else it is
};

// What somebody proposes.
struct NameProposal {
  std::string id;
  std::string sentence;  // "Ben: “Heat” is Heat (1972)"
  std::string href;      // of what it would be; empty for no name
};

// What the words may be.
struct NameChoice {
  std::string value;  // "film 3v9k2m"
  std::string name, about, href;
};

struct Names {
  Frame frame;
  Link text;                  // back to it
  std::optional<Post> post;   // a post is shown, a review is led to
  std::string words;          // how this works
  std::string action;         // POST: words, nth, name; proposals: proposal, do
  std::vector<NameRow> rows;
  std::vector<NameProposal> proposals;
  bool decides = false;       // the viewer's word stands
  std::string look_heading;
  NamePlace asked;            // what the choices are for
  Field words_field, query_field;
  std::string nth;            // of a name that is chosen anew; empty for a new one
  std::vector<NameChoice> choices;
  std::string nothing_found;  // why there are none
};

// Texts in which members propose names: /admin/names.
struct ProposedNames {
  Frame frame;
  struct Row {
    std::string text, href;
    std::string proposals;  // "3 proposals"
  };
  std::vector<Row> texts;   // oldest proposal first
};

// A small card about what a name leads to, shown beside it. Only words and pictures within one line of text may be in it.
struct Glance {
  std::string href, title;
  std::string facts;    // "1995 · Michael Mann"
  std::string line;     // one sentence; may be empty
  std::string picture;  // the title card's; empty for people
  std::string own;      // what the viewer says of it: "You give it 4 stars."; may be empty
};

}  // namespace rialto::web::view
