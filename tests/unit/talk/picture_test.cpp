#include "talk/picture.h"

#include <gtest/gtest.h>

#include "support/community.h"
#include "talk/draft.h"
#include "talk/moderation.h"
#include "talk/review.h"

using namespace rialto;
using namespace rialto::talk;

namespace {

const std::string kKey(32, 'a');
const std::string kNames = "Look: ![the diner](/picture/" + kKey + ")";

class Pictures : public testing::TestWithParam<Engine> {
 protected:
  void SetUp() override { send(c_.ben, kKey); }

  std::optional<Refusal> send(const Actor& actor, const std::string& key) {
    return db_.write([&](Tx& tx) { return add_picture(tx, actor.member, {.key = key, .width = 800, .height = 600}); });
  }
  Sight sight(std::optional<MemberId> viewer) {
    return db_.read([&](Tx& tx) { return sight_of(tx, kKey, viewer); });
  }
  void age() {
    db_.write([](Tx& tx) { tx.connection().script("UPDATE picture SET at = 1"); });
  }
  std::size_t forgotten() {
    return db_.write([](Tx& tx) { return forget_stray_pictures(tx); }).size();
  }

  Community c_{GetParam()};
  Db& db_ = c_.db();
};

}  // namespace

TEST_P(Pictures, OnlyItsMemberSeesAPictureThatNoTextShows) {
  EXPECT_EQ(sight(c_.ben.member), Sight::ItsMember);
  EXPECT_EQ(sight(c_.cleo.member), Sight::Nobody);
  EXPECT_EQ(sight({}), Sight::Nobody);
}

TEST_P(Pictures, APictureIsSeenByAllWhileATextThatStandsNamesIt) {
  const auto post = c_.start(c_.ben, "A picture", kNames).post;
  EXPECT_EQ(sight({}), Sight::Everybody);
  db_.write([&](Tx& tx) { return edit_post(tx, c_.ben, post, "no picture"); });
  EXPECT_EQ(sight({}), Sight::Nobody);
  db_.write([&](Tx& tx) { return edit_post(tx, c_.ben, post, kNames); });
  db_.write([&](Tx& tx) { return delete_post(tx, c_.ben, post); });
  EXPECT_EQ(sight({}), Sight::Nobody);
  db_.write([&](Tx& tx) { return restore_post(tx, c_.ben, post); });
  EXPECT_EQ(sight({}), Sight::Everybody);
}

TEST_P(Pictures, AModeratorWhoRemovesAReviewRemovesItsPicturesFromSight) {
  const auto review = std::get<ReviewId>(db_.write([&](Tx& tx) {
    return write_review(tx, c_.ben, FilmId{7}, {.title = "t", .body = kNames, .audience = "", .rating = {}}, "");
  }));
  EXPECT_EQ(sight({}), Sight::Everybody);
  db_.write([&](Tx& tx) { return remove_review(tx, c_.ana, review, "rude"); });
  EXPECT_EQ(sight({}), Sight::Nobody);
  db_.write([&](Tx& tx) { return bring_back_review(tx, c_.ana, review, "not so rude"); });
  EXPECT_EQ(sight({}), Sight::Everybody);
}

TEST_P(Pictures, AHiddenThreadHidesThePicturesOfItsPosts) {
  const auto thread = c_.start(c_.ben, "A picture", kNames).thread;
  db_.write([&](Tx& tx) { return act_on_thread(tx, c_.ana, thread, ThreadAct::Hide, "private"); });
  EXPECT_EQ(sight({}), Sight::Nobody);
  EXPECT_EQ(sight(c_.ben.member), Sight::ItsMember);
  db_.write([&](Tx& tx) { return act_on_thread(tx, c_.ana, thread, ThreadAct::Show, "no longer"); });
  EXPECT_EQ(sight({}), Sight::Everybody);
}

TEST_P(Pictures, ThoseWhoTakeTheirWordsAlongTakeTheirPicturesAlong) {
  c_.start(c_.ben, "A picture", kNames);
  db_.write([&](Tx& tx) { withdraw_all_of(tx, c_.ben.member); });
  EXPECT_EQ(sight({}), Sight::Nobody);
}

TEST_P(Pictures, AWithdrawnPictureStaysAwayWhenWhoQuotesItChangesTheirPost) {
  const auto quote = c_.start(c_.cleo, "What Ben showed", "> " + kNames).post;
  EXPECT_EQ(sight({}), Sight::Everybody);
  db_.write([&](Tx& tx) { withdraw_all_of(tx, c_.ben.member); });
  EXPECT_EQ(sight({}), Sight::Nobody);
  db_.write([&](Tx& tx) { return edit_post(tx, c_.cleo, quote, "Quoted: " + kNames); });
  EXPECT_EQ(sight({}), Sight::Nobody);
  EXPECT_TRUE(db_.read([](Tx& tx) { return find_pictures(tx, {kKey}); }).empty());
}

TEST_P(Pictures, OnlyPicturesThatNoTextAndNoDraftNamesAreForgotten) {
  EXPECT_EQ(forgotten(), 0u) << "a new one may still be named";
  age();
  db_.write([&](Tx& tx) {
    save_draft(tx, {.token = "t", .member = c_.ben.member, .place = "/x", .title = "", .body = kNames, .at = now()});
  });
  EXPECT_EQ(forgotten(), 0u) << "a draft names it";
  db_.write([](Tx& tx) { drop_draft(tx, "t"); });
  const auto post = c_.start(c_.ben, "A picture", kNames).post;
  db_.write([&](Tx& tx) { return delete_post(tx, c_.ben, post); });
  EXPECT_EQ(forgotten(), 0u) << "a text that may be brought back names it";
  send(c_.cleo, std::string(32, 'b'));
  age();
  EXPECT_EQ(forgotten(), 1u);
}

TEST_P(Pictures, APictureThatIsSentAgainIsKeptForAnotherWeek) {
  age();
  EXPECT_EQ(send(c_.ben, kKey), std::nullopt);
  EXPECT_EQ(forgotten(), 0u);
}

TEST_P(Pictures, HoweverManyADraftHoldsThoseBehindThemAreForgotten) {
  std::string held;
  for (int n = 0; n < 250; ++n) held += "![](/picture/" + std::string(28, 'a') + std::to_string(1000 + n) + ")\n";
  db_.write([&](Tx& tx) {
    for (int n = 0; n < 250; ++n)
      tx.connection().script("INSERT INTO picture (key, member, width, height, at) VALUES ('" + std::string(28, 'a') +
                             std::to_string(1000 + n) + "', 2, 8, 6, 0)");
    save_draft(tx, {.token = "t", .member = c_.ben.member, .place = "/x", .title = "", .body = held, .at = now()});
  });
  age();
  EXPECT_EQ(forgotten(), 1u);
}

TEST_P(Pictures, ThereIsALimitForADay) {
  for (int n = 1; n < kPicturesADay; ++n) {
    const auto number = std::to_string(1000 + n);
    EXPECT_EQ(send(c_.ben, std::string(28, 'c') + number), std::nullopt);
  }
  EXPECT_EQ(send(c_.ben, std::string(32, 'd')), Refusal::TooManyPictures);
  EXPECT_EQ(send(c_.ben, kKey), std::nullopt) << "the same again is not counted";
  EXPECT_EQ(send(c_.cleo, std::string(32, 'd')), std::nullopt);
}

TEST(PicturesInATextTest, AreNamedOnceEachAndNoMoreThanTheLimit) {
  EXPECT_EQ(pictures_in(kNames + kNames), (std::vector<std::string>{kKey}));
  EXPECT_TRUE(pictures_in("/picture/short /picture/" + std::string(32, 'Z')).empty());
  std::string many;
  for (int n = 0; n < 50; ++n) many += "/picture/" + std::string(30, 'e') + std::to_string(10 + n) + " ";
  EXPECT_EQ(pictures_in(many).size(), kPicturesInAText);
}

INSTANTIATE_TEST_SUITE_P(Both, Pictures, testing::ValuesIn(engines_here()), engine_name);
