#include "web/fingerprint.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace rialto::web {

namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::uint64_t kPrime = (std::uint64_t{1} << 61) - 1;
constexpr std::size_t kWord = 7;    // bytes, so that every word is an element of the field
constexpr std::size_t kLanes = 4;   // sums that don't wait for one another
constexpr std::size_t kStep = kWord * kLanes;

std::uint64_t reduced(Wide value) {
  const auto folded = static_cast<std::uint64_t>(value & kPrime) + static_cast<std::uint64_t>(value >> 61);
  return folded >= kPrime ? folded - kPrime : folded;
}

std::uint64_t product(std::uint64_t one, std::uint64_t other) {
  return reduced(static_cast<Wide>(one) * other);
}

// A place of the polynomial, with its fourth power for the four lanes.
struct Place {
  std::uint64_t power[kLanes + 1];

  Place() {
    std::uint64_t random = 0;
    while (random < 2 || random >= kPrime) {
      randombytes_buf(&random, sizeof random);
      random &= kPrime;
    }
    power[0] = 1;
    for (std::size_t i = 1; i <= kLanes; ++i) power[i] = product(power[i - 1], random);
  }
};

std::uint64_t word_at(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, kWord);
  return word;
}

std::uint64_t polynomial(std::string_view text, const Place& place) {
  std::uint64_t lanes[kLanes] = {};
  const std::uint64_t step = place.power[kLanes];
  const char* at = text.data();
  std::size_t left = text.size();
  for (; left >= kStep; at += kStep, left -= kStep)
    for (std::size_t lane = 0; lane < kLanes; ++lane)
      lanes[lane] = reduced(static_cast<Wide>(lanes[lane]) * step + word_at(at + lane * kWord));
  std::uint64_t sum = 0;
  for (std::size_t lane = 0; lane < kLanes; ++lane)
    sum = reduced(static_cast<Wide>(sum) + product(lanes[lane], place.power[kLanes - lane]));
  for (; left > 0; at += kWord, left -= std::min(left, kWord)) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, std::min(left, kWord));
    sum = reduced(static_cast<Wide>(sum) * place.power[1] + word);
  }
  // The length last: texts of different lengths are different polynomials as well.
  return reduced(static_cast<Wide>(sum) * place.power[1] + text.size());
}

}  // namespace

Fingerprint fingerprint_of(std::string_view text) {
  static const Place first, second;
  return {polynomial(text, first), polynomial(text, second)};
}

}  // namespace rialto::web
