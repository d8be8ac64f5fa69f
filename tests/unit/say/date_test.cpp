#include "say/date.h"

#include <gtest/gtest.h>

namespace rialto::say {

std::string said(const char* text, Language language) {
  return spoken(*Edtf::parse(text), language);
}

TEST(Dates, PeopleAreToldWhatWasNotKept) {
  EXPECT_EQ(said("XXXX-07-17", Language::English), "17 July, year not kept");
  EXPECT_EQ(said("XXXX-07-17", Language::German), "17. Juli, Jahr nicht erhalten");
  EXPECT_EQ(said("1998", Language::English), "some time in 1998");
  EXPECT_EQ(said("1998", Language::German), "irgendwann 1998");
  EXPECT_EQ(said("199X", Language::English), "some time in the 1990s");
  EXPECT_EQ(said("199X", Language::German), "irgendwann in den 1990ern");
  EXPECT_EQ(said("19XX", Language::German), "irgendwann zwischen 1900 und 1999");
}

TEST(Dates, StandInTheOrderOfTheLanguage) {
  EXPECT_EQ(said("2017-02-20T10:11:12Z", Language::English), "20 February 2017");
  EXPECT_EQ(said("2017-03-20", Language::German), "20. März 2017");
  EXPECT_EQ(said("2017-02", Language::German), "Februar 2017");
  EXPECT_EQ(said("1998-21", Language::English), "spring 1998");
  EXPECT_EQ(said("1998-24", Language::German), "Winter 1998");
}

TEST(Dates, AreAsSureAsTheyWereKept) {
  EXPECT_EQ(said("1998~", Language::English), "about 1998");
  EXPECT_EQ(said("1998?", Language::German), "vielleicht 1998");
  EXPECT_EQ(said("1998/..", Language::English), "since some time in 1998");
  EXPECT_EQ(said("1998-03/2001-05", Language::German), "März 1998 bis Mai 2001");
  EXPECT_EQ(said("../1998-03", Language::German), "bis März 1998");
}

}  // namespace rialto::say
