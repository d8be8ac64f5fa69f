// A site with a few members, on either engine.
#pragma once

#include <gtest/gtest.h>

#include "db/db.h"
#include "member/account.h"
#include "member/attempts.h"
#include "member/invite.h"
#include "member/session.h"
#include "member/setting.h"
#include "member/sign_in.h"
#include "support/databases.h"

namespace rialto::member {

inline constexpr const char* kPassword = "wide awake at three";
inline const Time kStart = *from_iso_text("2026-05-01T20:00:00Z");
inline constexpr Seconds kDay{24 * 3600};
inline constexpr Seconds kYear{365 * 24 * 3600};

class Members : public testing::TestWithParam<Engine> {
 protected:
  TestDatabase test_{GetParam()};
  Db& db_ = test_.db();

  MemberId add(const std::string& name, Role role = Role::Member) {
    return std::get<MemberId>(add_member(db_, {.name = name, .password = kPassword}, role, kStart));
  }
  void sign_up_by(SignUpWay way) {
    db_.write([&](Tx& tx) {
      auto settings = read_settings(tx);
      settings.sign_up = way;
      write_settings(tx, settings);
    });
  }
  std::optional<AccountRefused> refusal(const SignUp& form, Time at = kStart) {
    const auto answer = sign_up(db_, form, at);
    const auto* refused = std::get_if<AccountRefused>(&answer);
    return refused ? std::optional(*refused) : std::nullopt;
  }
  std::string token_of(const std::string& name, const std::string& password = kPassword, Time at = kStart) {
    const auto answer = sign_in(db_, {name, password, "Firefox", "192.0.2.7"}, at);
    const auto* in = std::get_if<SignedIn>(&answer);
    return in ? in->token : "";
  }
  Viewer viewer_of(const std::string& token, Time at = kStart) {
    return db_.read([&](Tx& tx) { return find_viewer(tx, token, at); });
  }
  std::optional<Member> member(MemberId id) {
    return db_.read([&](Tx& tx) { return find_member(tx, id); });
  }
  std::optional<Member> at_address(const std::string& segment) {
    return db_.read([&](Tx& tx) { return find_at_address(tx, segment); });
  }
};

}  // namespace rialto::member
