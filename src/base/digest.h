// Digests and random tokens, from libsodium.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace rialto {

// 32 bytes of BLAKE2b over the pieces, each preceded by its length, so that ("ab","c") and ("a","bc") differ.
std::string digest(std::initializer_list<std::string_view> pieces);

// The bytes as lower-case hexadecimal digits.
std::string hex(std::string_view bytes);

// 128 random bits in hexadecimal: for what must not be guessed.
std::string random_token();

// 32 lower-case hexadecimal digits, as random_token() gives them and as keys of pictures are.
inline constexpr std::size_t kHexToken = 32;
bool is_hex_token(std::string_view text);

}  // namespace rialto
