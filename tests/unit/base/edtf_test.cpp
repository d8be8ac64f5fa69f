#include "base/edtf.h"

#include <gtest/gtest.h>

#include "base/date_reading.h"

using namespace rialto;

namespace {

std::string found(std::string_view line, DateReading how = {}) {
  const auto date = find_date(line, how);
  return !date ? "nothing" : date->date ? date->date->text() : "uncertain";
}

}  // namespace

TEST(Edtf, WhatTheStandardAllowsIsValid) {
  for (const char* text : {"1998",
                           "1998-07",
                           "1998-07-17",
                           "2017-02-20T10:11:12Z",
                           "2017-02-20T10:11",
                           "199X",
                           "19XX",
                           "1998-XX",
                           "1998-07-XX",
                           "XXXX-07-17",
                           "1998-21",
                           "1998~",
                           "1998-07?",
                           "Y17000",
                           "-0044",
                           "1998/2001",
                           "1998/..",
                           "../1998",
                           "1998/",
                           "2000-02-29",
                           "2017-02-20T10:11:12+02:00"})
    EXPECT_TRUE(Edtf::parse(text)) << text;
}

TEST(Edtf, WhatIsNoDateIsRefused) {
  for (const char* text : {"", "98", "1998-13", "1998-02-29", "1998-7-17", "XXXX", "XXXX-XX-XX", "1X98", "../..", "/",
                           "1998-07-17T25:00", "17 July", "1998-07-17 ", "XXXX-06-31", "1998-00"})
    EXPECT_FALSE(Edtf::parse(text)) << text;
}

TEST(Dates, AreReadInTheLanguagesOfThePages) {
  EXPECT_EQ(found("Jul 17"), "XXXX-07-17");
  EXPECT_EQ(found("17. Juli 2019"), "2019-07-17");
  EXPECT_EQ(found("Wed Sep 17 2008 02:06:57"), "2008-09-17T02:06:57");
  EXPECT_EQ(found("Wed Sep 17 02:06:57 2008"), "2008-09-17T02:06:57");
  EXPECT_EQ(found("2017-02-20T10:11Z"), "2017-02-20T10:11Z");
  EXPECT_EQ(found("2017-02-20T10:11:12.000+0200"), "2017-02-20T10:11:12+02:00");
  EXPECT_EQ(found("le 3 mars 2012 à 14:05"), "2012-03-03T14:05");
  EXPECT_EQ(found("le 3 mars 2012 à 14h05"), "2012-03-03T14:05");
  EXPECT_EQ(found("1er août 2011"), "2011-08-01");
  EXPECT_EQ(found("Mo 3. März 2010, 14:05 Uhr"), "2010-03-03T14:05");
  EXPECT_EQ(found("03.03.2010 14:05"), "2010-03-03T14:05");
  EXPECT_EQ(found("3 de marzo de 2010"), "2010-03-03");
  EXPECT_EQ(found("12 de outubro de 2014 às 21:30"), "2014-10-12T21:30");
  EXPECT_EQ(found("lunedì 3 settembre 2012"), "2012-09-03");
  EXPECT_EQ(found("3 maart 2012 om 9:05"), "2012-03-03T09:05");
  EXPECT_EQ(found("5 января 2011 в 09:15"), "2011-01-05T09:15");
  EXPECT_EQ(found("5 października 2011"), "2011-10-05");
  EXPECT_EQ(found("den 3 maj 2011 kl. 14:05"), "2011-05-03T14:05");
  EXPECT_EQ(found("2010年3月3日 14:05"), "2010-03-03T14:05");
  EXPECT_EQ(found("March 3rd, 2010, 2:05 pm"), "2010-03-03T14:05");
  EXPECT_EQ(found("Mar 3, 2010 at 12:05 AM"), "2010-03-03T00:05");
  EXPECT_EQ(found("March 2010"), "2010-03");
  EXPECT_EQ(found("20 Feb '17"), "2017-02-20");
}

TEST(Dates, WhatIsNotCertainIsLeftOut) {
  EXPECT_EQ(found("20/02/2017"), "2017-02-20");
  EXPECT_EQ(found("03/04/2017"), "2017");
  EXPECT_EQ(found("03/04/2017", {DateOrder::DayFirst}), "2017-04-03");
  EXPECT_EQ(found("03-04-2017, 02:05 PM", {DateOrder::MonthFirst}), "2017-03-04T14:05");
  EXPECT_EQ(found("3 years ago"), "uncertain");
  EXPECT_EQ(found("vor 3 Jahren"), "uncertain");
  EXPECT_EQ(found("il y a 2 mois"), "uncertain");
  EXPECT_EQ(found("gestern, 14:05"), "uncertain");
  EXPECT_EQ(found("3 years ago", {DateOrder::Unknown, Edtf::parse("2017-02-20")}), "2014~");
  EXPECT_EQ(found("2 days ago", {DateOrder::Unknown, Edtf::parse("2017-03-01")}), "2017-02-27");
}

TEST(Dates, OrdinarySentencesHoldNone) {
  for (const char* line : {"he may go", "March of the penguins", "2001: A Space Odyssey", "30 seconds flat", "4/5",
                           "The Godfather Part II (1974)", "I give it 8.5", "the 4 of us"})
    EXPECT_TRUE(found(line) == "nothing" || found(line) == "uncertain") << line << " " << found(line);
}

TEST(Dates, ThePageTellsTheOrderOfItsNumbers) {
  EXPECT_EQ(date_order_of("on 03/04/2017 and 20/02/2017"), DateOrder::DayFirst);
  EXPECT_EQ(date_order_of("on 03-04-2017 and 02-20-2017"), DateOrder::MonthFirst);
  EXPECT_EQ(date_order_of("on 03/04/2017"), DateOrder::Unknown);
  EXPECT_EQ(date_order_of("20/02/2017 02/20/2017"), DateOrder::Unknown);
}
