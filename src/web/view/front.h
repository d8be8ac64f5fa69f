// The front page of visitors; that of members is view/home.h.
#pragma once

#include "web/view/review.h"

namespace rialto::web::view {

struct Front {
  Frame frame;
  std::string words;                 // what this site is, in a sentence; the host's own
  std::string facts;                 // "312 films, 41 threads, 9 members"
  std::vector<Card> wall;            // films with the latest talk
  std::vector<ThreadRow> threads;    // latest talk over all boards
  std::vector<ReviewRow> reviews;    // latest
  std::vector<Link> boards;          // the general ones
};

}  // namespace rialto::web::view
