// Passwords: argon2id (19 MiB, two passes: about 30 ms and that much memory for each call). Never called on the threads
// that read requests, never within a transaction.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rialto::member {

enum class PasswordFault { Short, Long, Easy };

// At least ten characters, at most 1,000 bytes; not the name, not one of the first that anybody would try.
std::optional<PasswordFault> fault_of_password(std::string_view password, std::string_view name);

// What is stored: algorithm, cost, salt and hash in one line.
std::string password_hash(std::string_view password);

// Whether the password is the one. An empty hash (nobody by that name, no password set) fits nothing and takes as long.
bool password_fits(std::string_view hash, std::string_view password);

// A password to be handed over once: 100 random bits as "k3fz9-…", in letters that are hard to misread.
std::string made_password();

}  // namespace rialto::member
