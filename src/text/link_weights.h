// The weights of linking, learned from texts with marked names by tools/learn_links; a small table of numbers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "text/link_features.h"

namespace rialto::text {

inline constexpr std::size_t kKinds = 3;     // NameKind
inline constexpr std::size_t kManners = 4;   // weights for all texts, then those of each Capitals on top

struct LinkWeights {
  // [kind][feature * kManners + manner]
  std::array<std::vector<float>, kKinds> candidate;
  std::array<ReadingMeasures, kKinds> reading{};

  LinkWeights();  // nothing learned: all zero
  // In hundredths, as the tables of link_weights_learned.cpp hold them.
  LinkWeights(std::span<const std::int16_t> readings, std::span<const std::int16_t> candidates);

  double score(NameKind kind, Capitals capitals, const Features& features) const;
  double score(NameKind kind, const ReadingMeasures& measures) const { return dot(reading[static_cast<std::size_t>(kind)], measures); }

  static double dot(const ReadingMeasures& weights, const ReadingMeasures& measures);
};

// The same weights as scoring reads them: those of one kind and manner side by side, already added up.
class ScoreTables {
 public:
  explicit ScoreTables(const LinkWeights& weights);

  // Of each feature.
  std::span<const float> candidate(NameKind kind, Capitals capitals) const { return candidate_[static_cast<std::size_t>(kind) * (kManners - 1) + static_cast<std::size_t>(capitals)]; }
  double score(NameKind kind, const ReadingMeasures& measures) const { return LinkWeights::dot(reading_[static_cast<std::size_t>(kind)], measures); }

 private:
  std::array<std::vector<float>, kKinds*(kManners - 1)> candidate_;
  std::array<ReadingMeasures, kKinds> reading_;
};

const LinkWeights& learned_weights();
const ScoreTables& learned_tables();

}  // namespace rialto::text
