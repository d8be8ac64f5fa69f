#include "member/sign_in.h"

#include <optional>

#include "base/strings.h"
#include "db/db.h"
#include "member/attempts.h"
#include "member/member.h"
#include "member/member.sql.h"
#include "member/password.h"
#include "member/session.h"
#include "say/account.h"

namespace rialto::member {

namespace {

using Why = SignInRefused::Why;

// Counted before the password is looked at, so that many attempts at once don't slip through together.
std::optional<Seconds> count_attempt(Db& db, const SignIn& form, Time at) {
  return db.write([&](Tx& tx) -> std::optional<Seconds> {
    if (const auto wait = begin_attempt(tx, address_subject(form.address), kSignInsByAddress, at)) return wait;
    if (const auto wait = begin_attempt(tx, name_there_subject(form.name, form.address), kSignInsByNameThere, at))
      return wait;
    return begin_attempt(tx, name_subject(form.name), kSignInsByName, at);
  });
}

}  // namespace

std::string SignInRefused::sentence(Language language) const {
  switch (why) {
    case Why::Wrong:
      return std::string(say::account::wrong_pair(language));
    case Why::Waiting:
      return std::string(say::account::still_waiting(language));
    case Why::Suspended:
      return std::string(say::account::suspended(language));
    case Why::TooMany:
      return wait_sentence(wait, language);
  }
  return {};
}

std::variant<SignedIn, SignInRefused> sign_in(Db& db, const SignIn& form, Time at) {
  if (const auto wait = count_attempt(db, form, at)) return SignInRefused{Why::TooMany, *wait};
  const auto fold = folded(form.name);
  const auto found = db.read([&](Tx& tx) { return tx.row<sql::member_by_name>({.name_fold = fold}); });
  if (!password_fits(found ? found->password : "", form.password)) return SignInRefused{Why::Wrong, {}};
  const auto state = static_cast<State>(found->state);
  if (state == State::Waiting) return SignInRefused{Why::Waiting, {}};
  if (state != State::Active) return SignInRefused{Why::Suspended, {}};
  return db.write([&](Tx& tx) {
    forget_attempts_on(tx, form.name);
    return SignedIn{found->id, begin_session(tx, found->id, form.agent, at)};
  });
}

}  // namespace rialto::member
