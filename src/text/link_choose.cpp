#include "text/link_choose.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace rialto::text {

namespace {

constexpr float kSure = 0.5F;  // a score from which on a name helps to understand others

constexpr float kHopeless = -4;  // a score from which on nothing else makes a name of it

bool is_known(const Linking& linking, const Candidate& candidate) {
  const auto readings = linking.found.of(candidate);
  return std::any_of(readings.begin(), readings.end(), [&](const Reading& one) {
    return one.near != Near::None || linking.context.near(one.ref, candidate.first) != Near::None;
  });
}

void choose_reading(const Linking& linking, Candidate& candidate, const Surroundings& around, const LinkWeights& weights) {
  double best = 0;
  const auto readings = linking.found.of(candidate);
  for (std::size_t at = 0; at < readings.size() && readings.size() > 1; ++at) {
    const double score = weights.score(candidate.kind, around.measures(candidate, readings[at]));
    if (at == 0 || score > best) candidate.best = static_cast<std::uint16_t>(at);
    if (at == 0 || score > best) best = score;
  }
}

// Most of what could be a name is none, whichever of its readings is taken: that is seen with the first of them.
void score_candidates(Linking& linking, const Lexicons& lexicons, const LinkWeights& weights) {
  const Surroundings around(linking.text, linking.found, linking.context, lexicons, linking.sure);
  const auto score = [&](const Candidate& candidate, const Features& features) { return static_cast<float>(weights.score(candidate.kind, linking.text.capitals, features)); };
  for (auto& candidate : linking.found.candidates) {
    if (candidate.score < kHopeless) continue;
    if (!is_known(linking, candidate)) candidate.score = score(candidate, around.own_features(candidate));
    if (candidate.score >= kHopeless) choose_reading(linking, candidate, around, weights);
  }
  for (auto& candidate : linking.found.candidates)
    if (candidate.score >= kHopeless) candidate.score = score(candidate, around.features(candidate));
}

// What was hopeless before and has no new reading is so still.
void take_hopeless(Found& found, const Found& before) {
  auto old = before.candidates.begin();
  for (auto& candidate : found.candidates) {
    const auto is_before = [&] { return std::tuple(old->first, -int{old->last}, old->possessive, old->kind) < std::tuple(candidate.first, -int{candidate.last}, candidate.possessive, candidate.kind); };
    while (old != before.candidates.end() && is_before()) ++old;
    if (old == before.candidates.end()) return;
    const bool same = old->first == candidate.first && old->last == candidate.last && old->possessive == candidate.possessive && old->kind == candidate.kind;
    if (same && old->reading_count == candidate.reading_count && old->score < kHopeless) candidate.score = old->score;
  }
}

// Those that don't lie over one another with the largest sum of scores.
std::vector<std::uint32_t> best_together(const Found& found, std::size_t words) {
  struct Step {
    float sum = 0;
    std::uint32_t candidate = kNone;
  };
  std::vector<std::uint32_t> by_end;
  for (std::uint32_t at = 0; at < found.candidates.size(); ++at)
    if (found.candidates[at].score > 0) by_end.push_back(at);
  std::stable_sort(by_end.begin(), by_end.end(), [&](auto one, auto other) { return found.candidates[one].last < found.candidates[other].last; });
  std::vector<Step> steps(words + 1);
  std::size_t next = 0;
  for (std::size_t end = 1; end <= words; ++end) {
    steps[end].sum = steps[end - 1].sum;
    for (; next < by_end.size() && found.candidates[by_end[next]].last == end; ++next) {
      const auto& candidate = found.candidates[by_end[next]];
      const float sum = steps[candidate.first].sum + candidate.score;
      if (sum > steps[end].sum) steps[end] = {sum, by_end[next]};
    }
  }
  std::vector<std::uint32_t> chosen;
  for (std::size_t end = words; end > 0;) {
    if (steps[end].candidate == kNone) {
      --end;
      continue;
    }
    chosen.push_back(steps[end].candidate);
    end = found.candidates[steps[end].candidate].first;
  }
  std::reverse(chosen.begin(), chosen.end());
  return chosen;
}

void choose(Linking& linking, const std::vector<Match>& known, const Lexicons& lexicons, const LinkWeights& weights) {
  const auto before = std::move(linking.found);
  linking.found = find_names(linking.text, lexicons, known, linking.context);
  take_hopeless(linking.found, before);
  score_candidates(linking, lexicons, weights);
  linking.chosen = best_together(linking.found, linking.text.words.size());
}

}  // namespace

Linking choose_names(std::string_view text, const Lexicons& lexicons, const LinkContext& context, const LinkWeights& weights) {
  Linking linking{.text = read_text(text, lexicons), .context = context};
  const auto known = known_names(linking.text, lexicons);
  choose(linking, known, lexicons, weights);
  bool any = false;
  for (const auto at : linking.chosen) {
    const auto& candidate = linking.found.candidates[at];
    if (candidate.score < kSure) continue;
    any = true;
    linking.context.add(linking.found.best(candidate).ref, Near::Text, candidate.first);
    linking.sure.resize(linking.text.words.size());
    std::fill(linking.sure.begin() + candidate.first, linking.sure.begin() + candidate.last, sure_kind(candidate.kind));
  }
  if (any) choose(linking, known, lexicons, weights);
  return linking;
}

}  // namespace rialto::text
