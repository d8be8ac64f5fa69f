// Limits on attempts: so many within so long a time, for a name and for an address. Whether the name is anybody's makes
// no difference.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "say/language.h"

namespace rialto {
class Tx;
}

namespace rialto::member {

struct AttemptLimit {
  int most = 0;
  Seconds within;
};

// Few from one place for one name; many more for the name from everywhere, so that nobody locks another out with ease.
inline constexpr AttemptLimit kSignInsByNameThere{10, {15 * 60}};  // and for a password asked from within
inline constexpr AttemptLimit kSignInsByName{100, {15 * 60}};
inline constexpr AttemptLimit kSignInsByAddress{50, {15 * 60}};
inline constexpr AttemptLimit kSignUpsByAddress{20, {60 * 60}};

// What a limit is on. Names count folded; an IPv6 address counts as its /64, which is one household.
std::string name_subject(std::string_view name);
std::string name_there_subject(std::string_view name, std::string_view address);
std::string within_subject(std::string_view name);  // who is signed in and gives the password once more
std::string address_subject(std::string_view address);
std::string sign_up_subject(std::string_view address);

// Counts one more attempt, unless there were too many: then how long to wait until the next is let through.
[[nodiscard]] std::optional<Seconds> begin_attempt(Tx& tx, std::string_view subject, AttemptLimit limit, Time at);

// After one that succeeded.
void forget_attempts(Tx& tx, std::string_view subject);
// All for this name, wherever they came from.
void forget_attempts_on(Tx& tx, std::string_view name);

std::int64_t purge_attempts(Tx& tx, Time at);

// "Too many attempts. Please wait 4 minutes and try again."
std::string wait_sentence(Seconds wait, Language language);

}  // namespace rialto::member
