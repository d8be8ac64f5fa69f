// What speaks for and against a stretch of words being a name, as numbers of features; the learned weights (link_weights.h)
// say how much each counts. Two tables: which of its readings a candidate has, and whether it is a name at all.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "text/link_find.h"

namespace rialto::text {

// Features of a candidate, each there or not. A list of numbers below kCandidateFeatures.
struct Features {
  std::array<std::uint16_t, 64> numbers{};
  std::size_t count = 0;

  void add(std::size_t number) {
    if (count < numbers.size()) numbers[count++] = static_cast<std::uint16_t>(number);
  }
};

// Measures of a reading, each with its own weight.
inline constexpr std::size_t kReadingFeatures = 28;
using ReadingMeasures = std::array<float, kReadingFeatures>;

extern const std::size_t kCandidateFeatures;

// What the text as a whole tells each candidate; made once.
class Surroundings {
 public:
  // sure: for each word of the text the kind of the name that it surely belongs to, as sure_kind() has it; empty where
  // that isn't known yet.
  Surroundings(const ReadText& text, const Found& found, const LinkContext& context, const Lexicons& lexicons, const std::vector<std::uint8_t>& sure);

  ReadingMeasures measures(const Candidate& candidate, const Reading& reading) const;
  // candidate.best is set.
  Features features(const Candidate& candidate) const;
  // The sum of what those weigh, in two steps: what the words themselves tell, and with it what is named around them.
  double own_score(const Candidate& candidate, std::span<const float> weights) const;
  double score_in_context(const Candidate& candidate, std::span<const float> weights, double own) const;

 private:
  template <class Adder>
  void tell_own(const Candidate& candidate, Adder& to) const;
  template <class Adder>
  void tell_context(const Candidate& candidate, Adder& to) const;
  template <class Adder>
  void tell_rivals(const Candidate& candidate, Adder& to) const;
  bool related(const EntryRef& ref, std::uint32_t asking, Near& nearest) const;
  std::size_t sure_at(std::size_t word) const { return word < sure_.size() ? sure_[word] : 0; }
  std::array<std::size_t, 6> names_beside(const Candidate& candidate) const;
  bool is_other(const Candidate& candidate) const;
  int year_behind(const Candidate& candidate) const;
  bool hint(std::uint8_t which) const { return (text_.hints & which) != 0; }

  const ReadText& text_;
  const Found& found_;
  const LinkContext& context_;
  const Lexicons& lexicons_;
  const std::vector<std::uint8_t>& sure_;
  bool board_ = false;
};

// 0 is for words that belong to no name.
inline std::uint8_t sure_kind(NameKind kind) { return static_cast<std::uint8_t>(static_cast<std::uint8_t>(kind) + 1); }

}  // namespace rialto::text
