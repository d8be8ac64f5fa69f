// Accounts: how one joins, changes what belongs to one, and leaves. Functions that take a Db are slow (they hash a
// password) and open their own transactions; those that take a Tx run within the caller's.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/id.h"
#include "base/time.h"
#include "say/language.h"
#include "member/member.h"

namespace rialto {
class Db;
class Tx;
}  // namespace rialto

namespace rialto::member {

enum class AccountRefused {
  NameBad,
  NameReserved,
  NameTaken,
  PasswordShort,
  PasswordLong,
  PasswordEasy,
  PasswordWrong,
  EmailBad,
  InviteBad,
  IntroductionMissing,
  SignUpClosed,
  TooMany,
  LastAdmin,
  NotThere,
};

// What is wrong and what to do next, for the person.
std::string_view sentence_of(AccountRefused refused, Language language);

// The field of the form that it is about: "name", "password", "email", "invite", "introduction", or "" for the whole.
std::string_view field_of(AccountRefused refused);

// ---- joining
// ---------------------------------------------------------------------------------------------------------

struct SignUp {
  std::string name;
  std::string password;
  std::string email;         // may be empty
  std::string introduction;  // asked for where an admin approves
  std::string invite;        // its code; lets one in at once where approval is asked for as well
};

struct SignedUp {
  MemberId member;
  State state = State::Active;  // or Waiting
};

// By the rules of the site (its setting sign_up).
std::variant<SignedUp, AccountRefused> sign_up(Db& db, const SignUp& form, Time at);

// By an admin's hand, whatever the site's rules.
std::variant<MemberId, AccountRefused> add_member(Db& db, const SignUp& form, Role role, Time at);

[[nodiscard]] std::optional<AccountRefused> approve(Tx& tx, MemberId member);
[[nodiscard]] std::optional<AccountRefused> refuse(Tx& tx, MemberId member);  // nothing of them is kept

// ---- one's own
// -------------------------------------------------------------------------------------------------------

// Whether it is really the member who asks: the password once more, as often as one may try to sign in.
[[nodiscard]] std::optional<AccountRefused> confirm(Db& db, MemberId member, std::string_view password, Time at);

// The former name leads on, and nobody else can take it, or one that looks like it, for a year.
[[nodiscard]] std::optional<AccountRefused> change_name(Db& db, MemberId member, std::string_view name, Time at);

// Ends all sessions but `kept`.
[[nodiscard]] std::optional<AccountRefused> change_password(Db& db, MemberId member, SessionId kept,
                                                            std::string_view old, std::string_view fresh, Time at);
[[nodiscard]] std::optional<AccountRefused> change_email(Db& db, MemberId member, std::string_view password,
                                                         std::string_view email, Time at);

// Markdown; cut at 1,000 and 10,000 bytes.
void change_words(Tx& tx, MemberId member, std::string_view signature, std::string_view about);
void change_reading(Tx& tx, MemberId member, const Reading& reading);
void change_light(Tx& tx, MemberId member, std::string_view light, std::string_view language);

enum class Leaving { PostsStay, PostsGo };

// The account becomes a ghost without anything but a name; with PostsGo without that, too. `take_away` is called in the same
// transaction for what others keep of the member (talk::part_with). The name stays out of others' reach for a year.
using TakeAway = std::function<void(Tx&, MemberId, Leaving)>;
[[nodiscard]] std::optional<AccountRefused> leave(Db& db, MemberId member, std::string_view password, Leaving leaving,
                                                  const TakeAway& take_away, Time at);

// ---- an admin's
// ------------------------------------------------------------------------------------------------------

// Without the old one; ends all sessions.
[[nodiscard]] std::optional<AccountRefused> reset_password(Db& db, MemberId member, std::string_view fresh);
[[nodiscard]] std::optional<AccountRefused> set_role(Tx& tx, MemberId member, Role role);

// The same by an admin on the site, noted in the public log.
[[nodiscard]] std::optional<AccountRefused> give_role(Tx& tx, MemberId admin, MemberId member, Role role,
                                                      std::string_view why, Time at);

// Ends all sessions. With a moderator named it stands in the public log with its reason.
[[nodiscard]] std::optional<AccountRefused> suspend(Tx& tx, std::optional<MemberId> moderator, MemberId member,
                                                    std::string_view reason, Time at);
[[nodiscard]] std::optional<AccountRefused> restore(Tx& tx, std::optional<MemberId> moderator, MemberId member,
                                                    std::string_view reason, Time at);

}  // namespace rialto::member
