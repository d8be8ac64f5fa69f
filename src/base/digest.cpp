#include "base/digest.h"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <stdexcept>

namespace rialto {

namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

void ensure_sodium() {
  static const int ready = sodium_init();
  if (ready < 0) throw std::runtime_error("base: libsodium can't start");
}

}  // namespace

std::string digest(std::initializer_list<std::string_view> pieces) {
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, 32);
  for (const auto piece : pieces) {
    const std::uint64_t size = piece.size();
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(&size), sizeof size);
    crypto_generichash_update(&state, bytes_of(piece), piece.size());
  }
  std::string out(32, '\0');
  crypto_generichash_final(&state, reinterpret_cast<unsigned char*>(out.data()), out.size());
  return out;
}

std::string hex(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() * 2);
  for (char letter : bytes) {
    out += kDigits[static_cast<unsigned char>(letter) >> 4];
    out += kDigits[static_cast<unsigned char>(letter) & 15];
  }
  return out;
}

std::string random_token() {
  ensure_sodium();
  std::array<char, 16> bytes;
  randombytes_buf(bytes.data(), bytes.size());
  return hex({bytes.data(), bytes.size()});
}

bool is_hex_token(std::string_view text) {
  return text.size() == kHexToken && text.find_first_not_of(kDigits) == std::string_view::npos;
}

}  // namespace rialto
