// The front page of a member: what concerns them.
#pragma once

#include "web/view/review.h"

namespace rialto::web::view {

struct Home {
  Frame frame;
  std::string welcome;               // "Welcome back, Ana"
  std::string summary;               // "4 new posts in 2 threads"; that nothing is new
  std::vector<ThreadRow> news;       // threads that they read, with what is new in them
  bool reads = false;                // they have opened a thread before
  struct Answer {
    std::string id;                  // short form of the post, for its mark
    std::string thread, href;        // href: the post
    Who by;
    When when;
    std::string excerpt;             // without spoilers
  };
  std::vector<Answer> answers;
  struct Rated {
    Card card;
    int stars = 0;
    std::string spoken;              // "4.5"
  };
  std::vector<Rated> rated;
  struct Board {
    std::string id, name, href;
  };
  std::vector<Board> boards;         // where they talk
  std::vector<ThreadRow> threads;    // latest talk over all boards
  std::vector<ReviewRow> reviews;
  std::vector<Link> rooms;           // the general boards
};

}  // namespace rialto::web::view
