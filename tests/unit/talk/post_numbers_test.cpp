#include "talk/post_numbers.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <set>

namespace rialto::talk {

TEST(PostNumbers, AreKeptAsStretches) {
  PostNumbers numbers;
  EXPECT_EQ(numbers.text(), "");
  for (const int number : {3, 1, 7, 2, 8, 2}) numbers.add(number);
  EXPECT_EQ(numbers.text(), "1-3 7-8");
  numbers.add(4, 6);
  EXPECT_EQ(numbers.text(), "1-8");
  EXPECT_EQ(PostNumbers::parse("1-8"), numbers);
}

TEST(PostNumbers, ReadAnythingAndTakeWhatAreStretches) {
  EXPECT_EQ(PostNumbers::parse("5 x 7-9 -3 0 12- 9-7 1-2-3 99999999999999999999 10").text(), "5 7-10");
  const auto highest = std::to_string(std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(PostNumbers::parse("1-" + highest + " " + highest).text(), "");
}

TEST(PostNumbers, KnowWhatIsMissing) {
  const auto numbers = PostNumbers::parse("1-50 60 70-80");
  EXPECT_EQ(numbers.missing(1, 80), 18);
  EXPECT_EQ(numbers.missing(81, 90), 10);
  EXPECT_EQ(numbers.missing(91, 90), 0);
  EXPECT_EQ(numbers.next_missing(1), 51);
  EXPECT_EQ(numbers.next_missing(51), 51);
  EXPECT_EQ(numbers.next_missing(60), 61);
  EXPECT_EQ(numbers.next_missing(99), 99);
}

TEST(PostNumbers, SayTheSameAsAPlainSet) {
  std::mt19937 random(7);
  PostNumbers numbers;
  std::set<std::int64_t> plain;
  for (int turn = 0; turn < 300; ++turn) {
    const std::int64_t first = 1 + static_cast<std::int64_t>(random() % 500), last = first + static_cast<std::int64_t>(random() % 4);
    numbers.add(first, last);
    for (auto number = first; number <= last; ++number) plain.insert(number);
    if (turn % 50 == 0) numbers = PostNumbers::parse(numbers.text());
  }
  for (std::int64_t number = 0; number < 510; ++number) EXPECT_EQ(numbers.has(number), plain.contains(number)) << number;
  EXPECT_EQ(numbers.missing(1, 510), 510 - static_cast<std::int64_t>(plain.size()));
}

TEST(PostNumbers, CloseTheLowestGapsWhereThereAreTooMany) {
  PostNumbers numbers;
  const auto most = static_cast<std::int64_t>(PostNumbers::kMostStretches);
  for (std::int64_t at = 1; at <= most; ++at) numbers.add(at * 10);
  EXPECT_FALSE(numbers.has(15));
  numbers.add(1'000'000);
  EXPECT_TRUE(numbers.has(15));
  EXPECT_FALSE(numbers.has(25));
  EXPECT_TRUE(numbers.has(1'000'000));
}

}  // namespace rialto::talk
