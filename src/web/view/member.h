// A member's or ghost's page.
#pragma once

#include "web/view/review.h"

namespace rialto::web::view {

struct SpokenRow {
  std::string thread, href;          // href: the post
  When when;
  std::string excerpt;               // without spoilers
  std::string board, board_href;
};

struct Member {
  Frame frame;
  std::string name, href, by;        // by: short form of the id
  bool ghost = false, moderator = false, admin = false, gone = false;
  std::string since;                 // "here since March 2026"
  std::string counts;                // "214 posts, 12 reviews, 96 ratings"
  std::string origin;                // a ghost's: "wrote on a board that was saved in 2017"
  std::string suspended;             // a sentence; else empty
  std::vector<Choice> parts;         // posts, reviews, ratings
  std::vector<SpokenRow> posts;
  std::vector<ReviewRow> reviews;
  struct Rated {
    Card card;
    int stars = 0;
    std::string spoken;              // "4½ stars"
  };
  std::vector<Rated> ratings;
  Pager pager;
  std::string manage_href;           // for admins
};

}  // namespace rialto::web::view
