#include <algorithm>
#include <cmath>
#include <numeric>

#include "say/film.h"
#include "say/number.h"
#include "say/review.h"
#include "web/view/film.h"

namespace rialto::web::view {

std::string stars_text(int half, Language language) {
  const std::string whole = half >= 2 ? std::to_string(half / 2) : "";
  return say::review::stars_counted(language, whole + (half % 2 == 1 ? "½" : ""), half);
}

Ratings ratings_of(const std::vector<int>& counts, const std::string& reviews, Language language) {
  Ratings ratings;
  ratings.count = std::accumulate(counts.begin(), counts.end(), 0);
  if (ratings.count == 0 || counts.size() != 10) return ratings;
  const int most = *std::max_element(counts.begin(), counts.end());
  double sum = 0;
  for (int i = 0; i < 10; ++i) {
    const int count = counts[static_cast<std::size_t>(i)];
    const int height = std::max(1, count * 40 / most);
    sum += count * (i + 1) / 2.0;
    ratings.bars.push_back({.stars = stars_text(i + 1, language),
                            .count = count,
                            .href = reviews + "?rating=" + std::to_string(i + 1),
                            .height = height,
                            .x = i * 19,
                            .y = 44 - height});
  }
  ratings.stars = static_cast<int>(std::lround(2 * sum / ratings.count));
  ratings.average = say::decimal(language, sum / ratings.count, say::Zero::Kept);
  ratings.spoken = say::film::ratings(language, ratings.count, ratings.average);
  return ratings;
}

}  // namespace rialto::web::view
