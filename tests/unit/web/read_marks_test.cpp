// What is noted of a member's reading, before and after it is written down.
#include "web/read_marks.h"

#include <gtest/gtest.h>

#include "support/community.h"
#include "web/shown.h"

namespace rialto::web {

class Reading : public testing::TestWithParam<Engine> {
 protected:
  talk::Community people_{GetParam()};
  ReadMarks marks_{people_.db()};
  ThreadId thread_ = people_.start(people_.ana, "Reading", "One.").thread;
  Time at_ = now();

  ReadMarks::Reading read(const std::vector<std::int64_t>& numbers, std::int64_t of, Seconds later = {}) {
    at_ = at_ + later;
    ShownPosts shown{.thread = thread_, .of = of, .posts = {}};
    for (const auto number : numbers) shown.posts.push_back({.id = PostId{number}, .number = number, .author = people_.ana.member});
    return marks_.note(people_.ben.member, shown, people_.db().moment(), at_);
  }
};

TEST_P(Reading, WritesNothingUntilItIsWrittenDown) {
  const auto before = people_.db().moment();
  read({1, 2}, 2);
  EXPECT_EQ(people_.db().moment(), before);
  marks_.write_down();
  EXPECT_NE(people_.db().moment(), before);
  const auto after = people_.db().moment();
  read({1, 2}, 2);
  marks_.write_down();
  EXPECT_EQ(people_.db().moment(), after) << "what was read before is no reason to write";
  ReadMarks another_day(people_.db());
  EXPECT_EQ(another_day.of(people_.ben.member, thread_, after)->numbers.text(), "1-2");
}

TEST_P(Reading, TellsTheSameNewsAgainForAWhile) {
  EXPECT_FALSE(read({1, 2}, 2).before);
  EXPECT_EQ(read({1, 2, 3}, 3).before->numbers.text(), "1-2");
  marks_.write_down();
  const auto again = read({1, 2, 3}, 3, Seconds{60});
  EXPECT_EQ(again.before->numbers.text(), "1-2");
  EXPECT_TRUE(again.again);
  EXPECT_EQ(read({1, 2, 3, 4}, 4, Seconds{60}).before->numbers.text(), "1-3");
  EXPECT_EQ(read({1, 2, 3, 4}, 4, Seconds{3600}).before->numbers.text(), "1-4");
}

TEST_P(Reading, OfAnotherPageLeavesTheNewsOfTheFirst) {
  read({1, 2}, 2);
  EXPECT_EQ(read({1, 2, 3}, 5, Seconds{3600}).before->numbers.text(), "1-2");
  EXPECT_EQ(read({4, 5}, 5, Seconds{60}).before->numbers.text(), "1-2");
  const auto again = read({1, 2, 3}, 5, Seconds{60});
  EXPECT_EQ(again.before->numbers.text(), "1-2");
  EXPECT_EQ(again.after.numbers.text(), "1-5");
}

TEST_P(Reading, IsToldOfItsOwnMemberOnly) {
  read({1, 2}, 2);
  EXPECT_EQ(marks_.unwritten_of(people_.ben.member).size(), 1u);
  EXPECT_TRUE(marks_.unwritten_of(people_.cleo.member).empty());
  talk::ReadMark bens{.thread = thread_, .known = 9, .numbers = {}, .at = {}}, cleos = bens;
  marks_.complete(people_.ben.member, {&bens});
  marks_.complete(people_.cleo.member, {&cleos});
  EXPECT_EQ(bens.numbers.text(), "1-2");
  EXPECT_EQ(cleos.numbers.text(), "");
}

TEST_P(Reading, IsKeptInMemoryWhereItCannotBeWritten) {
  read({1}, 1);
  people_.db().write([](Tx& tx) { tx.connection().script("ALTER TABLE read_mark RENAME TO elsewhere"); });
  EXPECT_THROW(marks_.write_down(), DbError);
  people_.db().write([](Tx& tx) { tx.connection().script("ALTER TABLE elsewhere RENAME TO read_mark"); });
  marks_.write_down();
  ReadMarks another_day(people_.db());
  EXPECT_TRUE(another_day.of(people_.ben.member, thread_, people_.db().moment()));
}

TEST_P(Reading, IsForgottenWithItsMember) {
  read({1}, 1);
  marks_.write_down();
  read({1, 2}, 2);
  people_.db().write([&](Tx& tx) {
    talk::part_with(tx, people_.ben.member, member::Leaving::PostsStay);
    tx.connection().script("UPDATE member SET kind = 0, state = 3 WHERE id = 2");
  });
  marks_.write_down();  // what was noted before they left
  marks_.forget(people_.ben.member);
  EXPECT_FALSE(marks_.of(people_.ben.member, thread_, people_.db().moment()));
}

INSTANTIATE_TEST_SUITE_P(Both, Reading, testing::ValuesIn(engines_here()), engine_name);

}  // namespace rialto::web
