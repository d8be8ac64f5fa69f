// Pages of words: about, help, and what is said when something can't be shown.
#pragma once

#include "web/view/frame.h"

namespace rialto::web::view {

struct Words {
  Frame frame;
  std::string heading;
  SafeHtml body;
};

struct About {
  Frame frame;
  std::string host_words;            // the host's own words about this site; may be empty
  SafeHtml rules;                    // the house rules, from Markdown; may be empty
  std::string facts, version;
  std::string sign_up_words;         // who may join: "Open to everyone", "By invitation"
};

struct Help {
  Frame frame;
};

// A form that was sent and is to be sent again as it was.
struct Again {
  struct Field {
    std::string name, value;
  };
  std::string action, button;
  std::vector<Field> fields;
};

// Every status that isn't a page: 400, 403, 404, 405, 413, 429, 500, 503 …
struct Trouble {
  Frame frame;
  int status = 404;
  std::string heading;               // "There is no such page"
  std::string words;                 // what is wrong and what to do next
  std::string kept_text;             // what the person wrote, so that it isn't lost; may be empty
  std::optional<Again> again;
  std::vector<Link> links;
  std::string request;               // the request's id, for the host's log; may be empty
};

}  // namespace rialto::web::view
