// Signing in. Slow: it hashes a password. What it answers, and how long it takes, is the same for a wrong password and
// for a name that is nobody's.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "base/id.h"
#include "base/time.h"
#include "say/language.h"

namespace rialto {
class Db;
}

namespace rialto::member {

struct SignIn {
  std::string name;
  std::string password;
  std::string agent;    // what the browser calls itself, for the member's list of sessions
  std::string address;  // where the request came from, for limits
};

struct SignedIn {
  MemberId member;
  std::string token;  // for the cookie, kept nowhere
};

struct SignInRefused {
  enum class Why { Wrong, Waiting, Suspended, TooMany };
  Why why = Why::Wrong;
  Seconds wait;  // with TooMany

  std::string sentence(Language language) const;
};

std::variant<SignedIn, SignInRefused> sign_in(Db& db, const SignIn& form, Time at);

}  // namespace rialto::member
