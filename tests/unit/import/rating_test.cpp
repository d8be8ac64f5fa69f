#include "import/rating.h"

#include <gtest/gtest.h>

using namespace rialto::imports;

namespace {

std::optional<double> stars(const char* line) {
  const auto found = rating_line(line);
  return found && found->rating ? found->rating->stars : std::nullopt;
}

}  // namespace

TEST(Ratings, AreReadAsCriticsWriteThem) {
  EXPECT_EQ(stars("★★★½"), 3.5);
  EXPECT_EQ(stars("★★★1/2"), 3.5);
  EXPECT_EQ(stars("Rating: **** (out of ****)"), 5);
  EXPECT_EQ(stars("*** 1/2 (out of ****)"), 4.5);
  EXPECT_EQ(stars("Wertung: 7 von 10"), 3.5);
  EXPECT_EQ(stars("8.5/10"), 4.5);
  EXPECT_EQ(stars("Grade: B+"), 4);
}

TEST(Ratings, AreNoRulesAndNoAsterisksWithoutAScale) {
  EXPECT_FALSE(rating_line("***"));
  EXPECT_FALSE(rating_line("*emphasis*"));
}
