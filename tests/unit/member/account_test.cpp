#include "member_fixture.h"

namespace rialto::member {

namespace {

const TakeAway kTakesNothing = [](Tx&, MemberId, Leaving) {};

using Refused = std::optional<AccountRefused>;

class Joining : public Members {};
class Changing : public Members {};
class Going : public Members {};

}  // namespace

TEST_P(Joining, AnOpenSiteLetsOneInAtOnce) {
  const auto answer = sign_up(db_, {.name = "Marguerite", .password = kPassword, .email = "m@example.org"}, kStart);
  const auto in = std::get<SignedUp>(answer);
  EXPECT_EQ(in.state, State::Active);
  EXPECT_EQ(member(in.member)->name, "Marguerite");
  EXPECT_EQ(member(in.member)->email, "m@example.org");
  EXPECT_NE(token_of("marguerite"), "");
}

TEST_P(Joining, ANameThatLooksLikeAnotherIsTaken) {
  add("Paula1");
  EXPECT_EQ(refusal({.name = "paula1", .password = kPassword}), AccountRefused::NameTaken);
  EXPECT_EQ(refusal({.name = "Paulal", .password = kPassword}), AccountRefused::NameTaken);
  EXPECT_EQ(refusal({.name = "Páula1", .password = kPassword}), AccountRefused::NameTaken);
  EXPECT_EQ(refusal({.name = "Paula2", .password = kPassword}), std::nullopt);
}

TEST_P(Joining, EachFaultOfAFormHasItsOwnAnswer) {
  EXPECT_EQ(refusal({.name = "x", .password = kPassword}), AccountRefused::NameBad);
  EXPECT_EQ(refusal({.name = "two words", .password = kPassword}), AccountRefused::NameBad);
  EXPECT_EQ(refusal({.name = "<b>bold</b>", .password = kPassword}), AccountRefused::NameBad);
  EXPECT_EQ(refusal({.name = "Olga", .password = "too short"}), AccountRefused::PasswordShort);
  EXPECT_EQ(refusal({.name = "Olga", .password = "qwertyuiop"}), AccountRefused::PasswordEasy);
  EXPECT_EQ(refusal({.name = "OlgaFromKiel", .password = "olgafromkiel"}), AccountRefused::PasswordEasy);
  EXPECT_EQ(refusal({.name = "Olga", .password = kPassword, .email = "not an address"}), AccountRefused::EmailBad);
}

TEST_P(Joining, AnInvitationLetsOnePersonIn) {
  const auto admin = add("Ines", Role::Admin);
  sign_up_by(SignUpWay::Invitation);
  EXPECT_EQ(refusal({.name = "Olga", .password = kPassword}), AccountRefused::InviteBad);
  const auto code = db_.write([&](Tx& tx) { return make_invite(tx, admin, "for Olga", kStart); });
  EXPECT_EQ(refusal({.name = "Olga", .password = kPassword, .invite = " " + code}), std::nullopt);
  EXPECT_EQ(refusal({.name = "Piet", .password = kPassword, .invite = code}), AccountRefused::InviteBad);
  const auto invites = db_.read([](Tx& tx) { return list_invites(tx, 10); });
  ASSERT_EQ(invites.size(), 1u);
  EXPECT_EQ(invites[0].used_by, "Olga");
  EXPECT_EQ(invites[0].made_by, "Ines");
}

TEST_P(Joining, AnInvitationEndsAfterThirtyDays) {
  const auto admin = add("Ines", Role::Admin);
  sign_up_by(SignUpWay::Invitation);
  const auto code = db_.write([&](Tx& tx) { return make_invite(tx, admin, "", kStart); });
  EXPECT_EQ(refusal({.name = "Olga", .password = kPassword, .invite = code}, kStart + kInviteLife),
            AccountRefused::InviteBad);
}

TEST_P(Joining, WhereApprovalIsAskedForOneWaitsUntilLetIn) {
  sign_up_by(SignUpWay::Approval);
  EXPECT_EQ(refusal({.name = "Olga", .password = kPassword}), AccountRefused::IntroductionMissing);
  const auto answer =
      sign_up(db_, {.name = "Olga", .password = kPassword, .introduction = "I run a film club."}, kStart);
  const auto waiting = std::get<SignedUp>(answer);
  EXPECT_EQ(waiting.state, State::Waiting);
  EXPECT_EQ(token_of("Olga"), "");
  EXPECT_EQ(db_.read([](Tx& tx) { return members_in(tx, State::Waiting, 10); }).at(0).introduction,
            "I run a film club.");
  EXPECT_EQ(db_.write([&](Tx& tx) { return approve(tx, waiting.member); }), std::nullopt);
  EXPECT_NE(token_of("Olga"), "");
  EXPECT_EQ(db_.write([&](Tx& tx) { return refuse(tx, waiting.member); }), AccountRefused::NotThere);
}

TEST_P(Joining, WhatOneWritesToJoinIsKeptTidyAndShort) {
  sign_up_by(SignUpWay::Approval);
  const auto answer = sign_up(db_,
                              {.name = "Olga",
                               .password = kPassword,
                               .email = " olga@films.example ",
                               .introduction = "  Hello." + std::string(100'000, '!')},
                              kStart);
  const auto olga = member(std::get<SignedUp>(answer).member);
  EXPECT_EQ(olga->email, "olga@films.example");
  EXPECT_EQ(olga->introduction.size(), 2000u);
  EXPECT_TRUE(olga->introduction.starts_with("Hello."));
}

TEST_P(Joining, OneWhoWasRefusedLeavesNothingBehind) {
  sign_up_by(SignUpWay::Approval);
  const auto answer = sign_up(db_, {.name = "Olga", .password = kPassword, .introduction = "Hello."}, kStart);
  const auto id = std::get<SignedUp>(answer).member;
  EXPECT_EQ(db_.write([&](Tx& tx) { return refuse(tx, id); }), std::nullopt);
  EXPECT_FALSE(member(id));
}

TEST_P(Joining, AClosedSiteTakesNobodyButAnAdminStillCan) {
  sign_up_by(SignUpWay::Closed);
  EXPECT_EQ(refusal({.name = "Olga", .password = kPassword}), AccountRefused::SignUpClosed);
  EXPECT_TRUE(add("Olga"));
}

TEST_P(Changing, AFormerNameLeadsOnAndCannotBeStolenForAYear) {
  const auto id = add("Olga");
  const auto other = add("Piet");
  EXPECT_EQ(change_name(db_, id, "Helga", kStart), std::nullopt);
  EXPECT_EQ(at_address("Olga")->name, "Helga");
  EXPECT_EQ(at_address("helga")->id, id);
  EXPECT_EQ(token_of("Olga"), "");
  EXPECT_EQ(change_name(db_, other, "Olga", kStart + kDay), AccountRefused::NameTaken);
  EXPECT_EQ(refusal({.name = "O1ga", .password = kPassword}, kStart + kDay), AccountRefused::NameTaken);
  EXPECT_EQ(change_name(db_, other, "Olga", kStart + kYear + kDay), std::nullopt);
  EXPECT_EQ(at_address("Olga")->id, other);
}

TEST_P(Changing, OnesOwnFormerNameCanBeTakenBack) {
  const auto id = add("Olga");
  EXPECT_EQ(change_name(db_, id, "Helga", kStart), std::nullopt);
  EXPECT_EQ(change_name(db_, id, "OLGA", kStart), std::nullopt);
  EXPECT_EQ(at_address("olga")->name, "OLGA");
  EXPECT_EQ(at_address("helga")->name, "OLGA");
}

TEST_P(Changing, APasswordNeedsTheOldOneAndEndsOtherSessions) {
  const auto id = add("Olga");
  const auto here = token_of("Olga"), there = token_of("Olga");
  const auto session = viewer_of(here).session;
  EXPECT_EQ(change_password(db_, id, session, "not this one", "another good one", kStart),
            AccountRefused::PasswordWrong);
  EXPECT_EQ(change_password(db_, id, session, kPassword, "short", kStart), AccountRefused::PasswordShort);
  EXPECT_EQ(change_password(db_, id, session, kPassword, "another good one", kStart), std::nullopt);
  EXPECT_TRUE(viewer_of(here).signed_in());
  EXPECT_FALSE(viewer_of(there).signed_in());
  EXPECT_EQ(token_of("Olga"), "");
  EXPECT_NE(token_of("Olga", "another good one"), "");
}

TEST_P(Changing, GuessingAPasswordFromWithinIsLimitedToo) {
  const auto id = add("Olga");
  for (int n = 0; n < kSignInsByNameThere.most; ++n)
    EXPECT_EQ(change_email(db_, id, "a wrong one", "o@example.org", kStart), AccountRefused::PasswordWrong);
  EXPECT_EQ(change_email(db_, id, kPassword, "o@example.org", kStart), AccountRefused::TooMany);
  EXPECT_EQ(change_email(db_, id, kPassword, "o@example.org", kStart + kDay), std::nullopt);
  EXPECT_EQ(member(id)->email, "o@example.org");
}

TEST_P(Changing, ASuspendedMemberIsOutAtOnceAndTheLogSaysWhy) {
  const auto id = add("Olga"), moderator = add("Mads", Role::Moderator);
  const auto token = token_of("Olga");
  EXPECT_EQ(db_.write([&](Tx& tx) { return suspend(tx, moderator, id, "insults", kStart); }), std::nullopt);
  EXPECT_FALSE(viewer_of(token).signed_in());
  EXPECT_EQ(token_of("Olga"), "");
  EXPECT_EQ(db_.write([&](Tx& tx) { return suspend(tx, moderator, id, "again", kStart); }), AccountRefused::NotThere);
  EXPECT_EQ(db_.write([&](Tx& tx) { return restore(tx, moderator, id, "apologised", kStart); }), std::nullopt);
  EXPECT_NE(token_of("Olga"), "");
}

TEST_P(Changing, TheLastAdminStays) {
  const auto id = add("Ines", Role::Admin);
  EXPECT_EQ(db_.write([&](Tx& tx) { return set_role(tx, id, Role::Member); }), AccountRefused::LastAdmin);
  EXPECT_EQ(db_.write([&](Tx& tx) { return suspend(tx, std::nullopt, id, "", kStart); }), AccountRefused::LastAdmin);
  EXPECT_EQ(leave(db_, id, kPassword, Leaving::PostsStay, kTakesNothing, kStart), AccountRefused::LastAdmin);
  add("Second", Role::Admin);
  EXPECT_EQ(db_.write([&](Tx& tx) { return set_role(tx, id, Role::Member); }), std::nullopt);
}

TEST_P(Going, WhoLeavesTheirPostsBecomesAGhostOfThatName) {
  const auto id = add("Olga");
  const auto token = token_of("Olga");
  db_.write([&](Tx& tx) { change_words(tx, id, "sig", "about me"); });
  EXPECT_EQ(leave(db_, id, kPassword, Leaving::PostsStay, kTakesNothing, kStart), std::nullopt);
  const auto ghost = *member(id);
  EXPECT_EQ(ghost.kind, Kind::Ghost);
  EXPECT_EQ(ghost.state, State::Left);
  EXPECT_EQ(ghost.name, "Olga");
  EXPECT_EQ(ghost.signature + ghost.about + ghost.email, "");
  EXPECT_FALSE(viewer_of(token).signed_in());
  EXPECT_EQ(token_of("Olga"), "");
  EXPECT_EQ(at_address("olga")->id, id);
  EXPECT_EQ(refusal({.name = "Olga", .password = kPassword}, kStart + kDay), AccountRefused::NameTaken);
  EXPECT_EQ(refusal({.name = "Olga", .password = kPassword}, kStart + kYear + kDay), std::nullopt);
}

TEST_P(Going, WhoTakesTheirPostsAlongLeavesNoName) {
  const auto id = add("Olga");
  std::optional<MemberId> asked;
  const auto note = [&](Tx&, MemberId whose, Leaving) { asked = whose; };
  EXPECT_EQ(leave(db_, id, "a wrong one", Leaving::PostsGo, note, kStart), AccountRefused::PasswordWrong);
  EXPECT_EQ(asked, std::nullopt);
  EXPECT_EQ(leave(db_, id, kPassword, Leaving::PostsGo, note, kStart), std::nullopt);
  EXPECT_EQ(asked, id);
  EXPECT_EQ(member(id)->name, "someone who left");
}

INSTANTIATE_TEST_SUITE_P(Both, Joining, testing::ValuesIn(engines_here()), engine_name);
INSTANTIATE_TEST_SUITE_P(Both, Changing, testing::ValuesIn(engines_here()), engine_name);
INSTANTIATE_TEST_SUITE_P(Both, Going, testing::ValuesIn(engines_here()), engine_name);

}  // namespace rialto::member
