// Tells quickly whether two texts are the same. Keyed at random when the program starts, so that nobody can write two
// texts that look the same: fingerprints mean nothing outside this process.
#pragma once

#include <cstdint>
#include <string_view>

namespace rialto::web {

struct Fingerprint {
  std::uint64_t first = 0, second = 0;
  friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

// Two polynomials over the field of 2^61 - 1 elements, at two secret places (Carter and Wegman, 1979): different texts
// of n bytes share a fingerprint with a probability below (n / 2^61)^2. About 5 GB a second.
Fingerprint fingerprint_of(std::string_view text);

}  // namespace rialto::web
