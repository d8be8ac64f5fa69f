// Random secrets and their digests, through libsodium.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rialto::member {

// Before any other call into libsodium; cheap when done already.
void start_sodium();

// 256 random bits in 43 letters that a cookie or an address may hold.
std::string random_token();

// Random letters of Crockford's base 32 (five bits each), lower case.
std::string random_letters(std::size_t count);

// What of a token is stored: 32 bytes (BLAKE2b).
std::string token_digest(std::string_view token);

}  // namespace rialto::member
