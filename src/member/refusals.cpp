// What is told to people when an account can't be had or changed as they asked.
#include <stdexcept>

#include "member/account.h"

namespace rialto::member {

std::string_view sentence_of(AccountRefused refused) {
  switch (refused) {
    case AccountRefused::NameBad:
      return "A name has 2 to 30 letters or digits of one script, “_”, “-” and “.” between them, and no blanks.";
    case AccountRefused::NameReserved:
      return "This name is kept for the site itself. Please choose another.";
    case AccountRefused::NameTaken:
      return "Somebody has this name, or one that looks just like it, or had it until lately. Please choose another.";
    case AccountRefused::PasswordShort:
      return "A password has at least ten characters. A few words in a row are good.";
    case AccountRefused::PasswordLong:
      return "A password has at most 1,000 characters.";
    case AccountRefused::PasswordEasy:
      return "This password is one of the first that anybody would try. Please choose another.";
    case AccountRefused::PasswordWrong:
      return "This is not your present password. Please type it again.";
    case AccountRefused::EmailBad:
      return "This does not look like an e-mail address. You can leave the field empty.";
    case AccountRefused::InviteBad:
      return "This invitation was used already, is too old, or was mistyped. Please ask for a new one.";
    case AccountRefused::IntroductionMissing:
      return "Please say in a sentence or two who you are: somebody reads it before letting you in.";
    case AccountRefused::SignUpClosed:
      return "This site takes no new members at present.";
    case AccountRefused::TooMany:
      return "There were too many attempts. Please wait a quarter of an hour and try again.";
    case AccountRefused::LastAdmin:
      return "This is the only admin. Please make somebody else an admin first.";
    case AccountRefused::NotThere:
      return "There is no such member, or they are not in a state for this.";
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
