#include "member/secret.h"

#include <sodium.h>

#include <stdexcept>

namespace rialto::member {

void start_sodium() {
  static const bool started = sodium_init() >= 0;
  if (!started) throw std::runtime_error("member: libsodium does not start");
}

std::string random_token() {
  start_sodium();
  unsigned char bytes[32];
  randombytes_buf(bytes, sizeof bytes);
  constexpr auto kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string token(sodium_base64_ENCODED_LEN(sizeof bytes, kVariant), '\0');
  sodium_bin2base64(token.data(), token.size(), bytes, sizeof bytes, kVariant);
  token.pop_back();  // the NUL
  return token;
}

std::string random_letters(std::size_t count) {
  static constexpr std::string_view kLetters = "0123456789abcdefghjkmnpqrstvwxyz";
  start_sodium();
  std::string letters;
  while (letters.size() < count) letters += kLetters[randombytes_uniform(kLetters.size())];
  return letters;
}

std::string token_digest(std::string_view token) {
  start_sodium();
  std::string digest(32, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(digest.data()), digest.size(),
                     reinterpret_cast<const unsigned char*>(token.data()), token.size(), nullptr, 0);
  return digest;
}

}  // namespace rialto::member
