#include "member/account.h"

#include <algorithm>
#include <stdexcept>

#include "base/strings.h"
#include "db/db.h"
#include "member/account_rules.h"
#include "member/attempts.h"
#include "member/member.sql.h"
#include "member/password.h"
#include "member/session.h"
#include "text/name.h"

namespace rialto::member {

namespace {

constexpr std::size_t kLongestSignature = 1000;
constexpr std::size_t kLongestAbout = 10'000;
constexpr std::size_t kLongestReason = 1000;

void rename(Tx& tx, const Member& member, std::string_view name, Time at) {
  const auto fold = folded(name), skeleton = text::name_skeleton(name);
  const auto former_fold = folded(member.name), former_skeleton = text::name_skeleton(member.name);
  tx.run<sql::member_former_name_forget>({.name_fold = fold});
  tx.run<sql::member_set_name>({.id = member.id, .name = name, .name_fold = fold, .skeleton = skeleton});
  if (former_fold != fold)
    tx.run<sql::member_former_name_add>(
        {.name_fold = former_fold, .skeleton = former_skeleton, .member = member.id, .since = at});
}

void make_ghost(Tx& tx, const Member& member, Leaving leaving, Time at) {
  const auto fold = folded(member.name), skeleton = text::name_skeleton(member.name);
  const std::string name = leaving == Leaving::PostsStay ? member.name : "someone who left";
  const auto name_fold = folded(name), origin = "left " + short_form(member.id);
  tx.run<sql::member_former_name_add>({.name_fold = fold, .skeleton = skeleton, .member = member.id, .since = at});
  tx.run<sql::member_make_ghost>({.id = member.id, .name = name, .name_fold = name_fold, .origin = origin});
  end_sessions(tx, member.id);
}

void note_act(Tx& tx, std::optional<MemberId> moderator, const char* kind, const Member& member,
              std::string_view reason, Time at) {
  if (!moderator) return;
  tx.run<sql::member_act_add>({.id = make_id<ActId>(),
                               .moderator = *moderator,
                               .kind = kind,
                               .member = member.id,
                               .reason = cut_utf8(trimmed(reason), kLongestReason),
                               .detail = member.name,
                               .at = at});
}

const char* kind_of_act(Role role) {
  switch (role) {
    case Role::Member:
      return "make member";
    case Role::Moderator:
      return "make moderator";
    case Role::Admin:
      return "make admin";
  }
  throw std::logic_error("member: a role out of range");
}

bool change_state(Tx& tx, MemberId member, State from, State to) {
  return tx.run<sql::member_set_state>(
             {.id = member, .from_state = static_cast<int>(from), .to_state = static_cast<int>(to)}) == 1;
}

bool is_last_admin(Tx& tx, const Member& member) {
  return member.role == Role::Admin && tx.row<sql::member_other_admins>({.id = member.id})->count == 0;
}

}  // namespace

std::optional<AccountRefused> approve(Tx& tx, MemberId member) {
  if (!change_state(tx, member, State::Waiting, State::Active)) return AccountRefused::NotThere;
  return std::nullopt;
}

std::optional<AccountRefused> refuse(Tx& tx, MemberId member) {
  if (tx.run<sql::member_remove_waiting>({.id = member}) == 0) return AccountRefused::NotThere;
  return std::nullopt;
}

std::optional<AccountRefused> confirm(Db& db, MemberId member, std::string_view password, Time at) {
  const auto stored = db.read([&](Tx& tx) { return tx.row<sql::member_password>({.id = member}); });
  if (!stored || stored->state != static_cast<int>(State::Active)) return AccountRefused::NotThere;
  const auto subject = within_subject(stored->name);
  if (db.write([&](Tx& tx) { return begin_attempt(tx, subject, kSignInsByNameThere, at); })) return AccountRefused::TooMany;
  if (!password_fits(stored->password, password)) return AccountRefused::PasswordWrong;
  db.write([&](Tx& tx) { forget_attempts(tx, subject); });
  return std::nullopt;
}

std::optional<AccountRefused> change_name(Db& db, MemberId id, std::string_view wish, Time at) try {
  const auto kept = kept_name(wish);
  if (const auto* refused = std::get_if<AccountRefused>(&kept)) return *refused;
  const auto& name = std::get<std::string>(kept);
  return db.write([&](Tx& tx) -> std::optional<AccountRefused> {
    const auto member = find_member(tx, id);
    if (!member || member->kind != Kind::Member) return AccountRefused::NotThere;
    if (is_taken(tx, name, id, at)) return AccountRefused::NameTaken;
    if (member->name != name) rename(tx, *member, name, at);
    return std::nullopt;
  });
} catch (const DbError& error) {
  if (error.kind() == DbError::Kind::Constraint) return AccountRefused::NameTaken;  // somebody was quicker
  throw;
}

std::optional<AccountRefused> change_password(Db& db, MemberId member, SessionId kept, std::string_view old,
                                              std::string_view fresh, Time at) {
  const auto present = db.read([&](Tx& tx) { return find_member(tx, member); });
  if (!present) return AccountRefused::NotThere;
  if (const auto refused = refusal_of_password(fresh, present->name)) return refused;
  if (const auto refused = confirm(db, member, old, at)) return refused;
  const auto hash = password_hash(fresh);
  db.write([&](Tx& tx) {
    tx.run<sql::member_set_password>({.id = member, .password = hash});
    end_other_sessions(tx, member, kept);
  });
  return std::nullopt;
}

std::optional<AccountRefused> change_email(Db& db, MemberId member, std::string_view password, std::string_view email,
                                           Time at) {
  const auto address = trimmed(email);
  if (!may_be_email(address)) return AccountRefused::EmailBad;
  if (const auto refused = confirm(db, member, password, at)) return refused;
  const auto fold = folded(address);
  db.write([&](Tx& tx) { tx.run<sql::member_set_email>({.id = member, .email = address, .email_fold = fold}); });
  return std::nullopt;
}

void change_words(Tx& tx, MemberId member, std::string_view signature, std::string_view about) {
  tx.run<sql::member_set_words>({.id = member,
                                 .signature = cut_utf8(trimmed(signature), kLongestSignature),
                                 .about = cut_utf8(trimmed(about), kLongestAbout)});
}

void change_reading(Tx& tx, MemberId member, const Reading& reading) {
  tx.run<sql::member_set_reading>({.id = member, .screens = reading.screens, .scores_hidden = reading.scores_hidden});
}

void change_light(Tx& tx, MemberId member, std::string_view light, std::string_view language) {
  tx.run<sql::member_set_light>({.id = member, .light = light, .language = language});
}

std::optional<AccountRefused> leave(Db& db, MemberId id, std::string_view password, Leaving leaving,
                                    const TakeAway& take_away, Time at) {
  if (const auto refused = confirm(db, id, password, at)) return refused;
  return db.write([&](Tx& tx) -> std::optional<AccountRefused> {
    const auto member = find_member(tx, id);
    if (!member || member->kind != Kind::Member) return AccountRefused::NotThere;
    if (is_last_admin(tx, *member)) return AccountRefused::LastAdmin;
    take_away(tx, id, leaving);
    make_ghost(tx, *member, leaving, at);
    return std::nullopt;
  });
}

std::optional<AccountRefused> reset_password(Db& db, MemberId id, std::string_view fresh) {
  const auto member = db.read([&](Tx& tx) { return find_member(tx, id); });
  if (!member || member->kind != Kind::Member) return AccountRefused::NotThere;
  if (const auto refused = refusal_of_password(fresh, member->name)) return refused;
  const auto hash = password_hash(fresh);
  db.write([&](Tx& tx) {
    tx.run<sql::member_set_password>({.id = id, .password = hash});
    forget_attempts_on(tx, member->name);
    end_sessions(tx, id);
  });
  return std::nullopt;
}

std::optional<AccountRefused> set_role(Tx& tx, MemberId id, Role role) {
  const auto member = find_member(tx, id);
  if (!member || member->kind != Kind::Member) return AccountRefused::NotThere;
  if (role != Role::Admin && is_last_admin(tx, *member)) return AccountRefused::LastAdmin;
  tx.run<sql::member_set_role>({.id = id, .role = static_cast<int>(role)});
  return std::nullopt;
}

std::optional<AccountRefused> give_role(Tx& tx, MemberId admin, MemberId id, Role role, std::string_view why, Time at) {
  if (const auto refused = set_role(tx, id, role)) return refused;
  note_act(tx, admin, kind_of_act(role), *find_member(tx, id), why, at);
  return std::nullopt;
}

std::optional<AccountRefused> suspend(Tx& tx, std::optional<MemberId> moderator, MemberId id, std::string_view reason,
                                      Time at) {
  const auto member = find_member(tx, id);
  if (!member) return AccountRefused::NotThere;
  if (is_last_admin(tx, *member)) return AccountRefused::LastAdmin;
  if (!change_state(tx, id, State::Active, State::Suspended)) return AccountRefused::NotThere;
  end_sessions(tx, id);
  note_act(tx, moderator, "suspend", *member, reason, at);
  return std::nullopt;
}

std::optional<AccountRefused> restore(Tx& tx, std::optional<MemberId> moderator, MemberId id, std::string_view reason,
                                      Time at) {
  const auto member = find_member(tx, id);
  if (!member || !change_state(tx, id, State::Suspended, State::Active)) return AccountRefused::NotThere;
  note_act(tx, moderator, "restore", *member, reason, at);
  return std::nullopt;
}

}  // namespace rialto::member
