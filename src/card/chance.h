// Choices that look like chance and are always the same for the same film.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rialto::card {

class Chance {
 public:
  // FNV-1a over the words and the number.
  static std::uint64_t hash_of(std::string_view words, int number) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char c : words) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return (hash ^ static_cast<std::uint64_t>(number)) * 0x100000001b3u;
  }

  explicit Chance(std::uint64_t seed) : state_(seed) {}

  // SplitMix64 (Steele, Lea and Flood, 2014).
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }

  int below(int limit) { return static_cast<int>(next() % static_cast<std::uint64_t>(limit)); }
  double between(double low, double high) { return low + (high - low) * static_cast<double>(next() >> 11) * 0x1.0p-53; }
  bool flip() { return (next() >> 40 & 1) != 0; }

  template <class List>
  const auto& one_of(const List& list) {
    return list[static_cast<std::size_t>(next() % std::size(list))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace rialto::card
