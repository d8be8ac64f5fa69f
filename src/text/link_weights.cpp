#include "text/link_weights.h"

#include <algorithm>

namespace rialto::text {

LinkWeights::LinkWeights() {
  for (auto& weights : candidate) weights.assign(kCandidateFeatures * kManners, 0);
}

LinkWeights::LinkWeights(std::span<const std::int16_t> readings, std::span<const std::int16_t> candidates) : LinkWeights() {
  const auto part = [](std::int16_t hundredths) { return static_cast<float>(hundredths) / 100; };
  for (std::size_t at = 0; at < std::min(readings.size(), kKinds * kReadingFeatures); ++at)
    reading[at / kReadingFeatures][at % kReadingFeatures] = part(readings[at]);
  const std::size_t rows = kCandidateFeatures * kManners;
  for (std::size_t at = 0; at < std::min(candidates.size(), kKinds * rows); ++at) candidate[at / rows][at % rows] = part(candidates[at]);
}

double LinkWeights::score(NameKind kind, Capitals capitals, const Features& features) const {
  const auto& weights = candidate[static_cast<std::size_t>(kind)];
  const auto manner = static_cast<std::size_t>(capitals) + 1;
  double sum = 0;
  for (std::size_t at = 0; at < features.count; ++at) {
    const std::size_t row = features.numbers[at] * kManners;
    sum += weights[row] + weights[row + manner];
  }
  return sum;
}

double LinkWeights::dot(const ReadingMeasures& weights, const ReadingMeasures& measures) {
  static_assert(kReadingFeatures % 4 == 0);
  std::array<float, 4> sums{};  // four at once
  for (std::size_t at = 0; at < measures.size(); at += 4)
    for (std::size_t lane = 0; lane < 4; ++lane) sums[lane] += weights[at + lane] * measures[at + lane];
  return sums[0] + sums[1] + sums[2] + sums[3];
}

ScoreTables::ScoreTables(const LinkWeights& weights) : reading_(weights.reading) {
  for (std::size_t table = 0; table < candidate_.size(); ++table) {
    const auto& all = weights.candidate[table / (kManners - 1)];
    const auto manner = table % (kManners - 1) + 1;
    for (std::size_t row = 0; row < all.size(); row += kManners) candidate_[table].push_back(all[row] + all[row + manner]);
  }
}

const ScoreTables& learned_tables() {
  static const ScoreTables tables(learned_weights());
  return tables;
}

}  // namespace rialto::text
