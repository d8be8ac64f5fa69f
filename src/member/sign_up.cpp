// How one joins.
#include "base/strings.h"
#include "db/db.h"
#include "member/account.h"
#include "member/account_rules.h"
#include "member/invite.h"
#include "member/member.sql.h"
#include "member/password.h"
#include "member/setting.h"
#include "text/name.h"

namespace rialto::member {

namespace {

constexpr std::size_t kLongestIntroduction = 2000;  // bytes

// The form as it will be kept.
std::variant<SignUp, AccountRefused> checked(SignUp form) {
  auto name = kept_name(form.name);
  if (const auto* refused = std::get_if<AccountRefused>(&name)) return *refused;
  form.name = std::move(std::get<std::string>(name));
  form.email = std::string(trimmed(form.email));
  form.introduction = std::string(cut_utf8(trimmed(form.introduction), kLongestIntroduction));
  if (const auto refused = refusal_of_password(form.password, form.name)) return *refused;
  if (!may_be_email(form.email)) return AccountRefused::EmailBad;
  return form;
}

struct Door {
  State state = State::Active;
  std::optional<OpenInvite> invite;
  std::optional<AccountRefused> refused;
};

// What the site's rules say to this form.
Door door_for(Tx& tx, const SignUp& form, Time at) {
  const auto way = read_settings(tx).sign_up;
  if (way == SignUpWay::Closed) return {.refused = AccountRefused::SignUpClosed};
  if (way == SignUpWay::Open) return {};
  Door door{.invite = find_invite(tx, form.invite, at)};
  if (door.invite) return door;
  if (way == SignUpWay::Invitation || !trimmed(form.invite).empty()) return {.refused = AccountRefused::InviteBad};
  if (form.introduction.empty()) return {.refused = AccountRefused::IntroductionMissing};
  return {.state = State::Waiting};
}

std::variant<MemberId, AccountRefused> insert(Tx& tx, const SignUp& form, const std::string& hash, Role role,
                                              State state, std::optional<MemberId> invited_by, Time at) {
  if (is_taken(tx, form.name, {}, at)) return AccountRefused::NameTaken;
  const auto id = make_id<MemberId>();
  const auto fold = folded(form.name), skeleton = text::name_skeleton(form.name), email_fold = folded(form.email);
  const auto added = tx.run<sql::member_add>({.id = id,
                                              .kind = static_cast<int>(Kind::Member),
                                              .name = form.name,
                                              .name_fold = fold,
                                              .skeleton = skeleton,
                                              .role = static_cast<int>(role),
                                              .state = static_cast<int>(state),
                                              .email = form.email,
                                              .email_fold = email_fold,
                                              .password = hash,
                                              .introduction = form.introduction,
                                              .invited_by = invited_by,
                                              .created = at});
  if (added == 0) return AccountRefused::NameTaken;
  tx.run<sql::member_former_name_forget>({.name_fold = fold});
  return id;
}

std::variant<SignedUp, AccountRefused> enter(Tx& tx, const SignUp& form, const std::string& hash, Time at) {
  const auto door = door_for(tx, form, at);
  if (door.refused) return *door.refused;
  const auto invited_by = door.invite ? std::optional(door.invite->made_by) : std::nullopt;
  const auto added = insert(tx, form, hash, Role::Member, door.state, invited_by, at);
  if (const auto* refused = std::get_if<AccountRefused>(&added)) return *refused;
  const auto id = std::get<MemberId>(added);
  if (door.invite) use_invite(tx, door.invite->id, id, at);
  return SignedUp{id, door.state};
}

}  // namespace

std::variant<SignedUp, AccountRefused> sign_up(Db& db, const SignUp& sent, Time at) {
  const auto form_or = checked(sent);
  if (const auto* refused = std::get_if<AccountRefused>(&form_or)) return *refused;
  const auto& form = std::get<SignUp>(form_or);
  const auto early = db.read([&](Tx& tx) -> std::optional<AccountRefused> {
    if (const auto door = door_for(tx, form, at); door.refused) return door.refused;
    return is_taken(tx, form.name, {}, at) ? std::optional(AccountRefused::NameTaken) : std::nullopt;
  });
  if (early) return *early;
  const auto hash = password_hash(form.password);
  return db.write([&](Tx& tx) { return enter(tx, form, hash, at); });
}

std::variant<MemberId, AccountRefused> add_member(Db& db, const SignUp& sent, Role role, Time at) {
  const auto form_or = checked(sent);
  if (const auto* refused = std::get_if<AccountRefused>(&form_or)) return *refused;
  const auto& form = std::get<SignUp>(form_or);
  const auto hash = password_hash(form.password);
  return db.write([&](Tx& tx) { return insert(tx, form, hash, role, State::Active, std::nullopt, at); });
}

}  // namespace rialto::member
