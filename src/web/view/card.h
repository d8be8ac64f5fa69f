// A title card on a page: what a film shows that has no picture of its own. Drawn by src/card, served by page_card.
#pragma once

#include <string>

namespace rialto::web::view {

struct Card {
  std::string title;
  std::string href;     // the film's page; empty where the card is no link
  std::string picture;  // its address
  std::string spoken;   // instead of the picture: "Heat (1995), Michael Mann"
};

}  // namespace rialto::web::view
