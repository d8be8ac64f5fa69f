#include "member/member.h"

#include "member/account_rules.h"
#include "member/password.h"
#include "member/rights.h"
#include "member_fixture.h"

namespace rialto::member {

namespace {

class Finding : public Members {};
class SiteSettings : public Members {};

}  // namespace

TEST_P(Finding, AGhostIsTheSameForTheSameSourceAndName) {
  const auto ghost = [&](const char* source, const char* name) {
    return db_.write([&](Tx& tx) { return ghost_for(tx, source, name, kStart); });
  };
  const auto first = ghost("old board", " vincent h. ");
  EXPECT_EQ(first, ghost("old board", "vincent h."));
  EXPECT_NE(first, ghost("old board", "Vincent H."));
  EXPECT_NE(first, ghost("other board", "vincent h."));
  EXPECT_EQ(member(first)->name, "vincent h.");
  EXPECT_EQ(member(first)->kind, Kind::Ghost);
}

TEST_P(Finding, AGhostTakesNoNameFromMembers) {
  db_.write([](Tx& tx) { ghost_for(tx, "old board", "Olga", kStart); });
  EXPECT_FALSE(at_address("Olga"));
  const auto id = add("Olga");
  EXPECT_EQ(at_address("Olga")->id, id);
}

TEST_P(Finding, AGhostIsReachedByItsId) {
  const auto id = db_.write([](Tx& tx) { return ghost_for(tx, "old board", "<i>Zo\u00EB</i> & co", kStart); });
  EXPECT_EQ(address_of(*member(id)), "/ghost/" + short_form(id));
}

TEST_P(Finding, TheNamesOfManyComeAtOnce) {
  const auto olga = add("Olga"), zoe = add("Zoë");
  const std::vector<MemberId> ids{olga, zoe, MemberId{99}};
  const auto found = db_.read([&](Tx& tx) { return bylines(tx, ids); });
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found.at(olga).name, "Olga");
  EXPECT_EQ(address_of(found.at(zoe)), "/member/Zo%C3%AB");
  EXPECT_TRUE(db_.read([](Tx& tx) { return bylines(tx, {}); }).empty());
}

TEST_P(Finding, MembersAreListedByTheBeginningOfTheirNames) {
  for (const char* name : {"Piet", "Olga", "olaf", "Ómar"}) add(name);
  const auto names = [&](const char* beginning, const char* after, int limit) {
    std::string all;
    for (const auto& one : db_.read([&](Tx& tx) { return list_members(tx, beginning, after, limit); }))
      all += one.name + " ";
    return all;
  };
  EXPECT_EQ(names("", "", 10), "olaf Olga Ómar Piet ");
  EXPECT_EQ(names("OL", "", 10), "olaf Olga ");
  EXPECT_EQ(names("", "olga", 1), "Ómar ");
  EXPECT_EQ(names("%", "", 10), "olaf Olga Ómar Piet ");
  EXPECT_EQ(names("\\", "", 10), "olaf Olga Ómar Piet ");
}

TEST_P(SiteSettings, WhatWasNeverSetHasItsDefault) {
  auto settings = db_.read([](Tx& tx) { return read_settings(tx); });
  EXPECT_EQ(settings.site_name, "Rialto");
  EXPECT_EQ(settings.sign_up, SignUpWay::Open);
  settings.site_name = "Kino am Ring";
  settings.sign_up = SignUpWay::Approval;
  db_.write([&](Tx& tx) { write_settings(tx, settings); });
  EXPECT_EQ(db_.read([](Tx& tx) { return read_settings(tx); }).site_name, "Kino am Ring");
  EXPECT_EQ(db_.read([](Tx& tx) { return read_settings(tx); }).sign_up, SignUpWay::Approval);
}

TEST_P(SiteSettings, AnUnknownWayToSignUpKeepsTheDoorShut) {
  db_.write([](Tx& tx) { write_setting(tx, "sign_up", "opne"); });
  EXPECT_EQ(db_.read([](Tx& tx) { return read_settings(tx); }).sign_up, SignUpWay::Closed);
}

INSTANTIATE_TEST_SUITE_P(Both, Finding, testing::ValuesIn(engines_here()), engine_name);
INSTANTIATE_TEST_SUITE_P(Both, SiteSettings, testing::ValuesIn(engines_here()), engine_name);

TEST(Names, AreKeptAsTheRulesOfTextSayButForThoseOfTheSiteItself) {
  const auto refused = [](std::string_view name) -> std::optional<AccountRefused> {
    const auto kept = kept_name(name);
    const auto* found = std::get_if<AccountRefused>(&kept);
    return found ? std::optional(*found) : std::nullopt;
  };
  EXPECT_EQ(std::get<std::string>(kept_name(" Zoe\u0308 ")), "Zo\u00EB");
  EXPECT_EQ(refused("Adm1nX"), std::nullopt);
  EXPECT_EQ(refused("ADMIN"), AccountRefused::NameReserved);
  EXPECT_EQ(refused("adm\u0456n"), AccountRefused::NameBad);  // the "i" is Cyrillic
  EXPECT_EQ(refused(std::string(1'000'000, 'a')), AccountRefused::NameBad);
}

TEST(Passwords, FitTheirOwnHashOnly) {
  const auto hash = password_hash(kPassword);
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
  EXPECT_TRUE(password_fits(hash, kPassword));
  EXPECT_FALSE(password_fits(hash, "wide awake at four"));
  EXPECT_FALSE(password_fits(hash, ""));
  EXPECT_FALSE(password_fits("", kPassword));
  const std::string longest(1000, 'a');
  EXPECT_FALSE(password_fits(password_hash(longest), longest + "a"));
  EXPECT_FALSE(password_fits("not a hash", kPassword));
  EXPECT_NE(password_hash(kPassword), hash);
}

TEST(Passwords, OfOurMakingPassOurOwnRules) {
  const auto made = made_password();
  EXPECT_EQ(made.size(), 23u);
  EXPECT_EQ(fault_of_password(made, "Olga"), std::nullopt);
  EXPECT_NE(made, made_password());
}

TEST(Rights, AVisitorMayOnlyRead) {
  const Viewer visitor;
  EXPECT_FALSE(may_write(visitor));
  EXPECT_FALSE(may_edit(visitor, MemberId{}));
  EXPECT_FALSE(may_edit(visitor, std::nullopt));
  EXPECT_FALSE(may_moderate(visitor));
  EXPECT_FALSE(may_administer(visitor));
}

TEST(Rights, WordsAreTheirAuthorsAlone) {
  const Viewer olga{.member = MemberId{7}, .name = "Olga"};
  const Viewer mads{.member = MemberId{8}, .name = "Mads", .role = Role::Moderator};
  EXPECT_TRUE(may_edit(olga, MemberId{7}));
  EXPECT_FALSE(may_edit(mads, MemberId{7}));
  EXPECT_FALSE(may_edit(olga, std::nullopt));
  EXPECT_TRUE(may_remove(mads));
  EXPECT_FALSE(may_remove(olga));
}

TEST(Rights, ModeratorsDontSuspendOneAnother) {
  const Viewer mads{.member = MemberId{8}, .role = Role::Moderator};
  const Viewer ines{.member = MemberId{9}, .role = Role::Admin};
  EXPECT_TRUE(may_suspend(mads, MemberId{7}, Role::Member));
  EXPECT_FALSE(may_suspend(mads, MemberId{10}, Role::Moderator));
  EXPECT_FALSE(may_suspend(mads, MemberId{9}, Role::Admin));
  EXPECT_TRUE(may_suspend(ines, MemberId{8}, Role::Moderator));
  EXPECT_FALSE(may_suspend(ines, MemberId{9}, Role::Admin));
}

}  // namespace rialto::member
