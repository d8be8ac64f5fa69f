#include "member/session.h"

#include "member_fixture.h"

namespace rialto::member {

namespace {

class Sessions : public Members {};
class SigningIn : public Members {
 protected:
  SignInRefused refused(const std::string& name, const std::string& password, const std::string& address,
                        Time at = kStart) {
    const auto answer = sign_in(db_, {name, password, "", address}, at);
    const auto* found = std::get_if<SignInRefused>(&answer);
    EXPECT_NE(found, nullptr);
    return found ? *found : SignInRefused{};
  }
};

using Why = SignInRefused::Why;

}  // namespace

TEST_P(Sessions, ATokenLeadsToItsMember) {
  const auto id = add("Olga", Role::Moderator);
  const auto viewer = viewer_of(token_of("OLGA"));
  EXPECT_EQ(viewer.member, id);
  EXPECT_EQ(viewer.name, "Olga");
  EXPECT_EQ(viewer.role, Role::Moderator);
}

TEST_P(Sessions, NoTokenButTheVeryOneLeadsAnywhere) {
  add("Olga");
  auto token = token_of("Olga");
  ASSERT_EQ(token.size(), 43u);
  EXPECT_FALSE(viewer_of("").signed_in());
  EXPECT_FALSE(viewer_of(std::string(43, 'A')).signed_in());
  token[20] = token[20] == 'x' ? 'y' : 'x';
  EXPECT_FALSE(viewer_of(token).signed_in());
}

TEST_P(Sessions, OneInUseGoesOnAndOneLeftAloneEnds) {
  add("Olga");
  const auto used = token_of("Olga"), left_alone = token_of("Olga");
  const auto later = kStart + Seconds{20 * 24 * 3600};
  const auto viewer = viewer_of(used, later);
  EXPECT_FALSE(wants_touch(viewer, kStart + Seconds{60}));
  EXPECT_TRUE(wants_touch(viewer, later));
  db_.write([&](Tx& tx) { touch_session(tx, viewer, later); });
  const auto end = kStart + kSessionLife;
  EXPECT_TRUE(viewer_of(used, end).signed_in());
  EXPECT_FALSE(viewer_of(left_alone, end).signed_in());
  EXPECT_EQ(db_.write([&](Tx& tx) { return purge_sessions(tx, end); }), 1);
}

TEST_P(Sessions, OnesSessionsAreListedAndEnded) {
  const auto olga = add("Olga"), piet = add("Piet");
  const auto first = token_of("Olga"), second = token_of("Olga"), his = token_of("Piet");
  const auto list = db_.read([&](Tx& tx) { return list_sessions(tx, olga, kStart); });
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].agent, "Firefox");
  const auto his_session = viewer_of(his).session;
  EXPECT_EQ(db_.write([&](Tx& tx) { return end_session(tx, olga, his_session); }), Ended::NotThere);
  EXPECT_EQ(db_.write([&](Tx& tx) { return end_session(tx, piet, his_session); }), Ended::Yes);
  EXPECT_FALSE(viewer_of(his).signed_in());
  EXPECT_EQ(db_.write([&](Tx& tx) { return end_other_sessions(tx, olga, viewer_of(second).session); }), 1);
  EXPECT_FALSE(viewer_of(first).signed_in());
  EXPECT_TRUE(viewer_of(second).signed_in());
}

TEST_P(Sessions, TheStoreDoesNotHoldTheToken) {
  const auto id = add("Olga");
  const auto token = token_of("Olga");
  const auto again = db_.write([&](Tx& tx) { return begin_session(tx, id, std::string(5000, 'a') + "\xFF", kStart); });
  EXPECT_NE(again, token);
  EXPECT_EQ(viewer_of(again).member, id);
}

TEST_P(SigningIn, AnUnknownNameIsAnsweredLikeAWrongPassword) {
  add("Olga");
  EXPECT_EQ(refused("Olga", "a wrong one", "192.0.2.1").sentence(Language::English),
            refused("Nobody1", "a wrong one", "192.0.2.1").sentence(Language::English));
}

TEST_P(SigningIn, TenAttemptsFromOnePlaceAreFollowedByAWaitWhetherTheNameIsAnybodysOrNot) {
  add("Olga");
  for (const char* name : {"Olga", "Nobody1"}) {
    for (int n = 0; n < 10; ++n) EXPECT_EQ(refused(name, "a wrong one", "192.0.2.1").why, Why::Wrong);
    const auto answer = refused(name, kPassword, "192.0.2.1");
    EXPECT_EQ(answer.why, Why::TooMany);
    EXPECT_EQ(answer.sentence(Language::English), "There were too many attempts. Please wait 16 minutes and try again.");
  }
  EXPECT_NE(token_of("Olga", kPassword, kStart + Seconds{15 * 60 + 1}), "");
}

TEST_P(SigningIn, WhoGuessesElsewhereDoesNotLockTheOwnerOut) {
  add("Olga");
  for (int n = 0; n < 11; ++n) refused("Olga", "a wrong one", "192.0.2.1");
  EXPECT_NE(token_of("Olga"), "");
}

TEST_P(SigningIn, ANameIsLimitedOverAllPlaces) {
  add("Olga");
  const auto attempt = [&] {
    return db_.write([&](Tx& tx) { return begin_attempt(tx, name_subject("Olga"), kSignInsByName, kStart); });
  };
  for (int n = 0; n < kSignInsByName.most; ++n) EXPECT_FALSE(attempt());
  EXPECT_EQ(refused("Olga", kPassword, "192.0.2.200").why, Why::TooMany);
}

TEST_P(SigningIn, ASuccessClearsTheCountOfTheName) {
  add("Olga");
  for (int n = 0; n < 9; ++n) EXPECT_EQ(refused("Olga", "a wrong one", "192.0.2.1").why, Why::Wrong);
  EXPECT_NE(token_of("Olga"), "");
  for (int n = 0; n < 9; ++n) EXPECT_EQ(refused("Olga", "a wrong one", "192.0.2.1").why, Why::Wrong);
}

TEST_P(SigningIn, AnAddressIsLimitedOverAllNames) {
  const auto try_from = [&](const std::string& address) {
    return db_.write([&](Tx& tx) { return begin_attempt(tx, address_subject(address), kSignInsByAddress, kStart); });
  };
  for (int n = 0; n < 50; ++n) EXPECT_FALSE(try_from("2001:db8::" + std::to_string(n)));
  EXPECT_EQ(refused("Olga", kPassword, "2001:db8::ffff").why, Why::TooMany);
  EXPECT_FALSE(try_from("2001:db8:0:1::1"));
}

INSTANTIATE_TEST_SUITE_P(Both, Sessions, testing::ValuesIn(engines_here()), engine_name);
INSTANTIATE_TEST_SUITE_P(Both, SigningIn, testing::ValuesIn(engines_here()), engine_name);

}  // namespace rialto::member
