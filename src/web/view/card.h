// A title card: what a film shows that has no poster. Drawn by the stylesheet from the film's facts; the same film always
// has the same card.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rialto::web::view {

struct Card {
  std::string title, year, director;
  std::string href;  // the film's page; empty where the card is no link
  std::string art;   // classes of the stylesheet: motif, palette, size of the title
};

struct CardFacts {
  std::string_view title;
  int year = 0;  // 0: not known
  std::string_view director;
  std::vector<std::string> genres;  // as the catalogue names them, the first counts most: "Drama", "Western"…
};

// The motif follows the genre, the palette the decade; both are varied by a hash of title and year.
Card card_of(const CardFacts& facts, std::string_view href);

}  // namespace rialto::web::view
