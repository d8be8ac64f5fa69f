#include "talk/read_mark.h"

#include <gtest/gtest.h>

#include "support/community.h"

namespace rialto::talk {

class ReadMarks : public testing::TestWithParam<Engine> {
 protected:
  Community people_{GetParam()};

  std::vector<ReadMark> marks(const Actor& actor, const std::vector<ThreadId>& threads) {
    return people_.db().read([&](Tx& tx) { return read_marks_of(tx, actor.member, threads); });
  }
  void keep(const Actor& actor, const ReadMark& mark) {
    people_.db().write([&](Tx& tx) { keep_read_mark(tx, actor.member, mark); });
  }
};

TEST_P(ReadMarks, AddUpWhoeverWritesThem) {
  const auto thread = people_.start(people_.ana, "Marks", "One.").thread;
  keep(people_.ben, {.thread = thread, .known = 9, .numbers = PostNumbers::parse("1-5"), .at = Time{100}});
  keep(people_.ben, {.thread = thread, .known = 7, .numbers = PostNumbers::parse("6 20"), .at = Time{50}});
  const auto found = marks(people_.ben, {thread, ThreadId{12345}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].known, 7);
  EXPECT_EQ(found[0].numbers.text(), "1-6 20");
  EXPECT_EQ(found[0].at, Time{100});
  EXPECT_TRUE(marks(people_.cleo, {thread}).empty());
}

TEST_P(ReadMarks, CallNewWhatCameAfterTheFirstVisitAndWasNotShown) {
  const ReadMark mark{.thread = {}, .known = 10, .numbers = PostNumbers::parse("1-5 12"), .at = {}};
  EXPECT_FALSE(mark.is_news(7));
  EXPECT_TRUE(mark.is_news(11));
  EXPECT_FALSE(mark.is_news(12));
  EXPECT_EQ(mark.news_of(14), 3);
  EXPECT_EQ(mark.news_of(8), 0);
}

TEST_P(ReadMarks, ComeWithTheLatestFirstAndGoWithTheirMember) {
  const auto one = people_.start(people_.ana, "One", "Words.").thread, two = people_.start(people_.ana, "Two", "Words.").thread;
  keep(people_.ben, {.thread = one, .known = 1, .numbers = PostNumbers::parse("1"), .at = Time{200}});
  keep(people_.ben, {.thread = two, .known = 1, .numbers = PostNumbers::parse("1"), .at = Time{100}});
  keep(people_.cleo, {.thread = two, .known = 1, .numbers = PostNumbers::parse("1"), .at = Time{100}});
  people_.db().write([&](Tx& tx) {
    const auto lately = read_marks_lately(tx, people_.ben.member, 5);
    ASSERT_EQ(lately.size(), 2u);
    EXPECT_EQ(lately[0].thread, one);
    EXPECT_EQ(read_marks_lately(tx, people_.ben.member, 1).size(), 1u);
    forget_read_marks(tx, people_.ben.member);
    EXPECT_TRUE(read_marks_lately(tx, people_.ben.member, 5).empty());
    EXPECT_EQ(read_marks_lately(tx, people_.cleo.member, 5).size(), 1u);
  });
}

TEST_P(ReadMarks, LeadToTheFirstUnreadPostThatStands) {
  const auto thread = people_.start(people_.ana, "Unread", "One.").thread;
  std::vector<PostId> posts;
  for (const auto* words : {"Two.", "Three.", "Four."})
    posts.push_back(std::get<Written>(people_.answer(people_.ana, thread, {}, words)).post);
  people_.db().write([&](Tx& tx) { delete_post(tx, people_.ana, posts[1]); });
  people_.db().read([&](Tx& tx) {
    EXPECT_EQ(first_unread(tx, thread, PostNumbers::parse("1"), 1), posts[0]);
    EXPECT_EQ(first_unread(tx, thread, PostNumbers::parse("1-2"), 1), posts[2]);
    EXPECT_EQ(first_unread(tx, thread, PostNumbers::parse("1 3"), 3), posts[2]);
    EXPECT_EQ(first_unread(tx, thread, PostNumbers::parse("1-4"), 1), std::nullopt);
  });
}

INSTANTIATE_TEST_SUITE_P(Both, ReadMarks, testing::ValuesIn(engines_here()), engine_name);

}  // namespace rialto::talk
