#include "member/password.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/strings.h"
#include "member/secret.h"

namespace rialto::member {

namespace {

constexpr std::size_t kShortest = 10;   // code points
constexpr std::size_t kLongest = 1000;  // bytes
constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemory = 19 * 1024 * 1024;

constexpr std::array<std::string_view, 16> kEasy = {"1234567890", "0123456789",  "12345678910",      "123456789012",
                                                    "password12", "password123", "passwordpassword", "qwertyuiop",
                                                    "qwerty1234", "qwerty12345", "1q2w3e4r5t",       "letmeinletmein",
                                                    "iloveyou12", "iloveyou123", "abcdefghij",       "changeme123"};

bool is_easy(const std::string& password) {
  const bool one_letter = password.find_first_not_of(password.front()) == std::string::npos;
  return one_letter || std::find(kEasy.begin(), kEasy.end(), password) != kEasy.end();
}

// The hash of a password that nobody has, so that unknown names cost what known ones do.
const std::string& nobodys_hash() {
  static const std::string hash = password_hash(made_password());
  return hash;
}

}  // namespace

std::optional<PasswordFault> fault_of_password(std::string_view password, std::string_view name) {
  if (password.size() > kLongest) return PasswordFault::Long;
  if (code_points(repaired_utf8(password)) < kShortest) return PasswordFault::Short;
  const auto lower = ascii_lower(password);
  if (is_easy(lower) || (!name.empty() && lower == ascii_lower(name))) return PasswordFault::Easy;
  return std::nullopt;
}

std::string password_hash(std::string_view password) {
  start_sodium();
  std::string hash(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), kPasses, kMemory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::runtime_error("member: no memory left to hash a password");
  hash.resize(hash.find('\0'));
  return hash;
}

bool password_fits(std::string_view hash, std::string_view password) {
  start_sodium();
  const std::string against(hash.empty() ? std::string_view(nobodys_hash()) : hash);
  const auto looked_at = password.substr(0, kLongest);  // longer ones are never stored
  const bool fits = crypto_pwhash_str_verify(against.c_str(), looked_at.data(), looked_at.size()) == 0;
  return fits && !hash.empty() && password.size() <= kLongest;
}

std::string made_password() {
  auto letters = random_letters(20);
  for (const std::size_t at : {15u, 10u, 5u}) letters.insert(at, 1, '-');
  return letters;
}

}  // namespace rialto::member
