// What is told to people when an account can't be had or changed as they asked.
#include <stdexcept>

#include "member/account.h"
#include "say/account.h"

namespace rialto::member {

std::string_view sentence_of(AccountRefused refused, Language language) {
  switch (refused) {
    case AccountRefused::NameBad:
      return say::account::name_bad(language);
    case AccountRefused::NameReserved:
      return say::account::name_reserved(language);
    case AccountRefused::NameTaken:
      return say::account::name_taken(language);
    case AccountRefused::PasswordShort:
      return say::account::password_short(language);
    case AccountRefused::PasswordLong:
      return say::account::password_long(language);
    case AccountRefused::PasswordEasy:
      return say::account::password_easy(language);
    case AccountRefused::PasswordWrong:
      return say::account::password_wrong(language);
    case AccountRefused::EmailBad:
      return say::account::email_bad(language);
    case AccountRefused::InviteBad:
      return say::account::invite_bad(language);
    case AccountRefused::IntroductionMissing:
      return say::account::introduction_missing(language);
    case AccountRefused::SignUpClosed:
      return say::account::sign_up_closed(language);
    case AccountRefused::TooMany:
      return say::account::too_many(language);
    case AccountRefused::LastAdmin:
      return say::account::last_admin(language);
    case AccountRefused::NotThere:
      return say::account::not_there(language);
  }
  throw std::logic_error("member: a refusal out of range");
}

std::string_view field_of(AccountRefused refused) {
  if (refused <= AccountRefused::NameTaken) return "name";
  if (refused <= AccountRefused::PasswordWrong) return "password";
  if (refused == AccountRefused::EmailBad) return "email";
  if (refused == AccountRefused::InviteBad) return "invite";
  if (refused == AccountRefused::IntroductionMissing) return "introduction";
  return "";
}

}  // namespace rialto::member
