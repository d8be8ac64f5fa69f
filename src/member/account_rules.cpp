#include "member/account_rules.h"

#include <algorithm>
#include <stdexcept>

#include "base/strings.h"
#include "db/db.h"
#include "member/member.sql.h"
#include "member/password.h"

namespace rialto::member {

namespace {

constexpr Seconds kNameKept{365 * 24 * 3600};
constexpr std::size_t kLongestEmail = 254;

}  // namespace

std::optional<AccountRefused> refusal_of_name(std::string_view name) {
  const auto fault = fault_of_name(name);
  if (!fault) return std::nullopt;
  switch (*fault) {
    case NameFault::Short:
      return AccountRefused::NameShort;
    case NameFault::Long:
      return AccountRefused::NameLong;
    case NameFault::Letters:
      return AccountRefused::NameLetters;
    case NameFault::Edges:
      return AccountRefused::NameEdges;
    case NameFault::Mixed:
      return AccountRefused::NameMixed;
    case NameFault::Reserved:
      return AccountRefused::NameReserved;
  }
  throw std::logic_error("member: a fault out of range");
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
  if (address.empty()) return true;
  const auto at = address.rfind('@');
  const bool shaped =
      at != std::string_view::npos && at > 0 && at + 1 < address.size() && address.size() <= kLongestEmail;
  return shaped && is_utf8(address) && std::none_of(address.begin(), address.end(), [](unsigned char letter) {
           return letter <= ' ' || letter == 127 || letter == '<' || letter == '>' || letter == ',' || letter == ';';
         });
}

bool is_taken(Tx& tx, std::string_view name, MemberId self, Time at) {
  const auto skeleton = skeleton_of(name);
  const auto holder = tx.row<sql::member_holder>({.skeleton = skeleton});
  if (holder && holder->id != self) return true;
  const auto former = tx.rows<sql::member_former_holder>({.skeleton = skeleton, .since = at - kNameKept});
  return std::any_of(former.begin(), former.end(), [&](const auto& row) { return row.id != self; });
}

}  // namespace rialto::member
