#include "talk/tree.h"

#include <algorithm>

namespace rialto::talk {

std::optional<std::int64_t> rank_between(std::int64_t before, std::optional<std::int64_t> behind) {
  if (!behind) return before + kRankGap;
  const std::int64_t room = *behind - before;
  if (room < 2) return std::nullopt;
  return before + std::max<std::int64_t>(1, room / 32);
}

std::vector<Place> tree_places(const Parents& parents) {
  const std::size_t count = parents.size();
  std::vector<std::vector<std::size_t>> replies(count);
  std::vector<std::size_t> waiting;  // a stack: what comes next is at the back
  for (std::size_t post = 0; post < count; ++post)
    if (parents[post] && *parents[post] < post) replies[*parents[post]].push_back(post);
  std::vector<Place> places(count);
  for (std::size_t post = count; post-- > 0;)
    if (!parents[post] || *parents[post] >= post) waiting.push_back(post);
  std::int64_t rank = 0;
  while (!waiting.empty()) {
    const auto post = waiting.back();
    waiting.pop_back();
    places[post].rank = rank += kRankGap;
    for (auto reply = replies[post].rbegin(); reply != replies[post].rend(); ++reply) {
      places[*reply].depth = places[post].depth + 1;
      waiting.push_back(*reply);
    }
  }
  return places;
}

}  // namespace rialto::talk
