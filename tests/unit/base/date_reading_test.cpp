#include "base/date_reading.h"

#include <gtest/gtest.h>

using namespace rialto;

namespace {

std::string date_in(const char* line) {
  const auto found = find_date(line, {});
  return found && found->date ? found->date->text() : "none";
}

}  // namespace

TEST(DatesInMail, KeepTheZoneThatTheyName) {
  EXPECT_EQ(date_in("Wed, 6 Mar 1996 08:00:00 -0500"), "1996-03-06T08:00:00-05:00");
  EXPECT_EQ(date_in("Tue, 5 Mar 1996 12:30:00 GMT"), "1996-03-05T12:30:00Z");
  EXPECT_EQ(date_in("Tue, 5 Mar 1996 12:30:00 +0100"), "1996-03-05T12:30:00+01:00");
}

TEST(DatesInMail, TakeNoYearBehindADashForAZone) {
  EXPECT_EQ(date_in("6 March 1996 08:00 - 2010"), "1996-03-06T08:00");
  EXPECT_EQ(date_in("6 March 1996 08:00 -2010"), "1996-03-06T08:00");
}
