// A set of post numbers of one thread, kept as stretches: "1-57 60-63 70". Members read along, so there are few of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::talk {

class PostNumbers {
 public:
  // With more stretches than this, the lowest gaps are closed: where a member has read here and there in a thread of many
  // thousand posts, the oldest that they left out count as read.
  static constexpr std::size_t kMostStretches = 400;

  // Reads what text() wrote. What isn't a stretch is left out.
  static PostNumbers parse(std::string_view text);
  std::string text() const;

  // Numbers count from 1; others are left out.
  void add(std::int64_t number) { add(number, number); }
  void add(std::int64_t first, std::int64_t last);
  void add(const PostNumbers& others);

  bool has(std::int64_t number) const;
  bool empty() const { return stretches_.empty(); }
  // How many of the numbers from `first` to `last`, both of them too, are not in here.
  std::int64_t missing(std::int64_t first, std::int64_t last) const;
  // The lowest number from `from` on that is not in here.
  std::int64_t next_missing(std::int64_t from) const;

  friend bool operator==(const PostNumbers&, const PostNumbers&) = default;

 private:
  struct Stretch {
    std::int64_t first, last;
    friend bool operator==(const Stretch&, const Stretch&) = default;
  };

  std::vector<Stretch> stretches_;  // in order, with a gap between any two
};

}  // namespace rialto::talk
