// What a title card is drawn from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rialto::card {

// Views and lists that outlive the call they are given to.
struct Facts {
  std::string_view title;
  int year = 0;  // 0: not known
  std::string_view director;
  std::vector<std::string> genres;     // as the catalogue names them, the first counts most: "Drama", "Western"…
  std::vector<std::string> countries;  // ISO 3166-1 alpha-2: "FR", "SU"
};

}  // namespace rialto::card
