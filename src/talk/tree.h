// The order of a thread's tree, kept in one number per post. Each post comes before its replies, replies in the order
// in which they came. Ranks have gaps: a reply gets a rank behind the last post that hangs on its parent, and only
// where no gap is left are all ranks of the thread given anew.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace rialto::talk {

// Between evenly spaced ranks. A million posts stay below 2^53.
inline constexpr std::int64_t kRankGap = std::int64_t{1} << 32;

// A rank behind `before` and ahead of `behind` (nothing: at the end of the thread). Nearer to `before`, because a
// conversation goes on where it last was. Nothing if no number is left between the two.
std::optional<std::int64_t> rank_between(std::int64_t before, std::optional<std::int64_t> behind);

// Where a post hangs, by index among the posts of its thread; nothing: on the thread itself.
using Parents = std::vector<std::optional<std::size_t>>;

struct Place {
  std::int64_t rank = 0;
  std::int64_t depth = 0;
};

// The places of a whole thread at once. A parent that doesn't come before its child is taken for none, so that no
// circle can arise. Linear in the number of posts, at any depth.
std::vector<Place> tree_places(const Parents& parents);

}  // namespace rialto::talk
