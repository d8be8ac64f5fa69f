#include "talk/post_numbers.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace rialto::talk {

namespace {

constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max() / 2;

// "57" or "57-60", taken off the front of `text`; first > last if it is neither.
std::pair<std::int64_t, std::int64_t> take_stretch(std::string_view word) {
  std::int64_t first = 1, last = 0;
  const auto* const end = word.data() + word.size();
  const auto head = std::from_chars(word.data(), end, first);
  if (head.ec != std::errc{}) return {1, 0};
  if (head.ptr == end) return {first, first};
  if (*head.ptr != '-') return {1, 0};
  const auto tail = std::from_chars(head.ptr + 1, end, last);
  if (tail.ec != std::errc{} || tail.ptr != end) return {1, 0};
  return {first, last};
}

}  // namespace

PostNumbers PostNumbers::parse(std::string_view text) {
  PostNumbers numbers;
  while (!text.empty()) {
    const auto blank = std::min(text.find(' '), text.size());
    const auto [first, last] = take_stretch(text.substr(0, blank));
    numbers.add(first, last);
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return numbers;
}

std::string PostNumbers::text() const {
  std::string all;
  for (const auto& [first, last] : stretches_) {
    if (!all.empty()) all += ' ';
    all += std::to_string(first);
    if (last > first) all += '-' + std::to_string(last);
  }
  return all;
}

void PostNumbers::add(std::int64_t first, std::int64_t last) {
  if (first < 1 || last < first || last > kHighest) return;
  // All that it touches or stands beside become one with it.
  const auto begin = std::find_if(stretches_.begin(), stretches_.end(), [&](const auto& one) { return one.last >= first - 1; });
  auto end = begin;
  for (; end != stretches_.end() && end->first <= last + 1; ++end) {
    first = std::min(first, end->first);
    last = std::max(last, end->last);
  }
  stretches_.insert(stretches_.erase(begin, end), {first, last});
  if (stretches_.size() <= kMostStretches) return;
  stretches_[1].first = stretches_[0].first;
  stretches_.erase(stretches_.begin());
}

void PostNumbers::add(const PostNumbers& others) {
  for (const auto& [first, last] : others.stretches_) add(first, last);
}

bool PostNumbers::has(std::int64_t number) const {
  return std::any_of(stretches_.begin(), stretches_.end(),
                     [&](const auto& one) { return one.first <= number && number <= one.last; });
}

std::int64_t PostNumbers::missing(std::int64_t first, std::int64_t last) const {
  std::int64_t count = std::max<std::int64_t>(0, last - first + 1);
  for (const auto& one : stretches_)
    count -= std::max<std::int64_t>(0, std::min(last, one.last) - std::max(first, one.first) + 1);
  return count;
}

std::int64_t PostNumbers::next_missing(std::int64_t from) const {
  for (const auto& one : stretches_)
    if (one.first <= from && from <= one.last) return one.last + 1;
  return from;
}

}  // namespace rialto::talk
