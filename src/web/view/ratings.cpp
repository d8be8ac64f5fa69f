#include <algorithm>
#include <cstdio>
#include <numeric>

#include "web/view/film.h"

namespace rialto::web::view {

std::string stars_text(int half) {
  const std::string whole = half >= 2 ? std::to_string(half / 2) : "";
  return whole + (half % 2 == 1 ? "½" : "") + (half <= 2 ? " star" : " stars");
}

Ratings ratings_of(const std::vector<int>& counts, const std::string& reviews) {
  Ratings ratings;
  ratings.count = std::accumulate(counts.begin(), counts.end(), 0);
  if (ratings.count == 0 || counts.size() != 10) return ratings;
  const int most = *std::max_element(counts.begin(), counts.end());
  double sum = 0;
  for (int i = 0; i < 10; ++i) {
    const int count = counts[static_cast<std::size_t>(i)];
    const int height = std::max(1, count * 40 / most);
    sum += count * (i + 1) / 2.0;
    ratings.bars.push_back({.stars = stars_text(i + 1),
                            .count = count,
                            .href = reviews + "?rating=" + std::to_string(i + 1),
                            .height = height,
                            .x = i * 19,
                            .y = 44 - height});
  }
  char average[16];
  std::snprintf(average, sizeof average, "%.1f", sum / ratings.count);
  ratings.average = average;
  ratings.spoken = std::to_string(ratings.count) + (ratings.count == 1 ? " rating, " : " ratings, ") + ratings.average + " on average";
  return ratings;
}

}  // namespace rialto::web::view
