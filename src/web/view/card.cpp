#include "web/view/card.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "base/strings.h"

namespace rialto::web::view {

namespace {

// FNV-1a: the same words give the same card on every machine, for good.
std::uint32_t hash_of(std::string_view words, int year) {
  std::uint32_t hash = 2166136261u;
  for (const char c : words) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return (hash ^ static_cast<std::uint32_t>(year)) * 16777619u;
}

struct GenreMotifs {
  std::string_view genre;
  std::array<int, 5> motifs;
};

// The motifs are drawn in assets/parts/cards.css: 0 city lights, 1 slats, 2 rings, 3 sun over water, 4 mountains, 5
// bars, 6 a diagonal, 7 eclipse, 8 windows, 9 rays, 10 two circles, 11 curtain.
constexpr GenreMotifs kMotifs[] = {
    {"crime", {6, 1, 8, 5, 0}},       {"thriller", {1, 0, 5, 2, 8}},  {"film-noir", {1, 8, 0, 5, 2}},
    {"mystery", {2, 5, 1, 7, 8}},     {"sci-fi", {2, 7, 3, 9, 5}},    {"science fiction", {2, 7, 3, 9, 5}},
    {"horror", {7, 1, 6, 8, 2}},      {"western", {4, 3, 9, 6, 4}},   {"adventure", {4, 3, 9, 2, 6}},
    {"war", {6, 4, 5, 1, 7}},         {"history", {6, 4, 11, 9, 5}},  {"comedy", {10, 9, 8, 11, 3}},
    {"romance", {10, 3, 0, 11, 2}},   {"musical", {9, 11, 10, 0, 3}}, {"music", {11, 9, 5, 0, 10}},
    {"animation", {9, 10, 3, 4, 2}},  {"family", {9, 10, 4, 3, 0}},   {"fantasy", {7, 9, 2, 4, 11}},
    {"documentary", {5, 8, 6, 2, 1}}, {"action", {6, 0, 5, 1, 4}},    {"drama", {3, 11, 0, 10, 8}},
};
constexpr std::array<int, 12> kAllMotifs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};

int motif_of(const CardFacts& facts, std::uint32_t hash) {
  for (const auto& genre : facts.genres)
    for (const auto& [name, motifs] : kMotifs)
      if (equal_ignoring_case(genre, name)) return motifs[hash % motifs.size()];
  return kAllMotifs[hash % kAllMotifs.size()];
}

// Each decade has colours of its own: three or four of the twenty palettes in assets/parts/cards.css.
int palette_of(int year, std::uint32_t hash) {
  static constexpr int kSilent[] = {0, 1, 2}, kForties[] = {2, 3, 4}, kFifties[] = {5, 6, 7}, kSixties[] = {7, 8, 9},
                       kSeventies[] = {10, 11, 12}, kEighties[] = {13, 14, 15}, kNineties[] = {14, 16, 17},
                       kNow[] = {16, 17, 18, 19}, kAny[] = {0, 4, 8, 12, 16};
  const auto one_of = [&](std::span<const int> palettes) { return palettes[(hash >> 8) % palettes.size()]; };
  if (year <= 0) return one_of(kAny);
  if (year < 1930) return one_of(kSilent);
  if (year < 1950) return one_of(kForties);
  if (year < 1960) return one_of(kFifties);
  if (year < 1970) return one_of(kSixties);
  if (year < 1980) return one_of(kSeventies);
  if (year < 1990) return one_of(kEighties);
  if (year < 2000) return one_of(kNineties);
  return one_of(kNow);
}

// How wide a word is, in hundredths of the letter size: the sign face is narrow, the fallback for other scripts is not.
int width_of(std::string_view word) {
  int width = 0;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    const bool broad = c == 'm' || c == 'M' || c == 'w' || c == 'W';
    if (byte < 0x80)
      width += broad ? 55 : 42;
    else if (byte >= 0xE0)
      width += 105;
    else if (byte >= 0xC0)
      width += byte < 0xC9 ? 42 : 82;
  }
  return width;
}

// The largest of the sizes at which the longest word fits the width and the lines fit the upper two thirds.
int size_of(std::string_view title) {
  static constexpr std::array<int, 9> kSizes = {36, 30, 25, 21, 18,
                                                15, 13, 11, 9};  // cqw, as in assets/parts/cards.css
  for (std::size_t i = 0; i < kSizes.size(); ++i) {
    int lines = 1, used = 0, longest = 0;
    for (const auto word : split(title, ' ')) {
      const int width = width_of(word) * kSizes[i];  // 1/100 cqw
      longest = std::max(longest, width);
      if (used > 0 && used + width + 20 * kSizes[i] > 8600) ++lines, used = 0;
      used += width + 20 * kSizes[i];
    }
    if (longest <= 8600 && lines * kSizes[i] <= 68) return static_cast<int>(i);
  }
  return static_cast<int>(kSizes.size()) - 1;
}

}  // namespace

Card card_of(const CardFacts& facts, std::string_view href) {
  const auto hash = hash_of(facts.title, facts.year);
  Card card;
  card.title = facts.title;
  card.year = facts.year > 0 ? std::to_string(facts.year) : "";
  card.director = facts.director;
  card.href = href;
  card.art = "m" + std::to_string(motif_of(facts, hash)) + " k" + std::to_string(palette_of(facts.year, hash)) + " v" +
             std::to_string((hash >> 16) % 4) + " z" + std::to_string(size_of(facts.title));
  return card;
}

}  // namespace rialto::web::view
