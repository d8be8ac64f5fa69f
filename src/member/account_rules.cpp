#include "member/account_rules.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "db/db.h"
#include "member/member.sql.h"
#include "member/password.h"
#include "text/name.h"

namespace rialto::member {

namespace {

constexpr Seconds kNameKept{365 * 24 * 3600};

// What would speak for the site, or stand for nobody.
constexpr std::array<std::string_view, 22> kReserved = {
    "admin",  "administrator", "moderator", "moderators", "mod",     "mods",     "root",      "rialto",
    "system", "staff",         "support",   "deleted",    "removed", "ghost",    "anonymous", "null",
    "nobody", "member",        "members",   "everyone",   "all",     "undefined"};

}  // namespace

std::variant<std::string, AccountRefused> kept_name(std::string_view name) {
  auto checked = text::checked_name(name);
  if (!checked) return AccountRefused::NameBad;
  const auto skeleton = text::name_skeleton(*checked);
  const bool reserved =
      std::any_of(kReserved.begin(), kReserved.end(), [&](auto word) { return skeleton == text::name_skeleton(word); });
  if (reserved) return AccountRefused::NameReserved;
  return std::move(*checked);
}

std::optional<AccountRefused> refusal_of_password(std::string_view password, std::string_view name) {
  const auto fault = fault_of_password(password, name);
  if (!fault) return std::nullopt;
  switch (*fault) {
    case PasswordFault::Short:
      return AccountRefused::PasswordShort;
    case PasswordFault::Long:
      return AccountRefused::PasswordLong;
    case PasswordFault::Easy:
      return AccountRefused::PasswordEasy;
  }
  throw std::logic_error("member: a fault out of range");
}

bool may_be_email(std::string_view address) {
  return address.empty() || text::is_plausible_email(address);
}

bool is_taken(Tx& tx, std::string_view name, MemberId self, Time at) {
  const auto skeleton = text::name_skeleton(name);
  const auto holder = tx.row<sql::member_holder>({.skeleton = skeleton});
  if (holder && holder->id != self) return true;
  const auto former = tx.rows<sql::member_former_holder>({.skeleton = skeleton, .since = at - kNameKept});
  return std::any_of(former.begin(), former.end(), [&](const auto& row) { return row.id != self; });
}

}  // namespace rialto::member
