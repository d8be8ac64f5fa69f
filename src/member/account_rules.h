// What joining and changing an account share: the rules for names, passwords and e-mail addresses as refusals.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "member/account.h"

namespace rialto::member {

// The name as it will be kept (text/name.h).
std::variant<std::string, AccountRefused> kept_name(std::string_view name);

std::optional<AccountRefused> refusal_of_password(std::string_view password, std::string_view name);

// Empty, or something that mail could be sent to.
bool may_be_email(std::string_view address);

// Whether another than `self` has the name or one that looks like it, or had it within a year.
bool is_taken(Tx& tx, std::string_view name, MemberId self, Time at);

}  // namespace rialto::member
