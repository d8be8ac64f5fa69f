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

void choose_reading(const Linking& linking, Candidate& candidate, const Surroundings& around, const ScoreTables& tables) {
  double best = 0;
  const auto readings = linking.found.of(candidate);
  for (std::size_t at = 0; at < readings.size() && readings.size() > 1; ++at) {
    const double score = tables.score(candidate.kind, around.measures(candidate, readings[at]));
    if (at == 0 || score > best) candidate.best = static_cast<std::uint16_t>(at);
    if (at == 0 || score > best) best = score;
  }
}

// Most of what could be a name is none, whichever of its readings is taken: that is seen with the first of them.
void score_candidates(Linking& linking, const Lexicons& lexicons, const ScoreTables& tables) {
  const Surroundings around(linking.text, linking.found, linking.context, lexicons, linking.sure);
  const auto own_score = [&](Candidate& candidate) {
    if (candidate.own_of != candidate.best) candidate.own = around.own_score(candidate, tables.candidate(candidate.kind, linking.text.capitals));
    candidate.own_of = candidate.best;
    return candidate.own;
  };
  for (auto& candidate : linking.found.candidates) {
    if (candidate.score < kHopeless) continue;
    if (!is_known(linking, candidate)) candidate.score = static_cast<float>(own_score(candidate));
    if (candidate.score >= kHopeless) choose_reading(linking, candidate, around, tables);
  }
  for (auto& candidate : linking.found.candidates)
    if (candidate.score >= kHopeless)
      candidate.score = static_cast<float>(around.score_in_context(candidate, tables.candidate(candidate.kind, linking.text.capitals), own_score(candidate)));
}

bool is_same(const Candidate& one, const Candidate& other) {
  return one.first == other.first && one.last == other.last && one.possessive == other.possessive && one.kind == other.kind && one.reading_count == other.reading_count;
}

bool is_same_name(const Reading& one, const Reading& other) {
  return one.ref == other.ref && one.form == other.form && one.spelling == other.spelling && one.share == other.share;
}

// What was hopeless before and has no new reading is so still; and its words add to the score what they added then.
void take_before(const Found& before, Found& found) {
  auto old = before.candidates.begin();
  for (auto& candidate : found.candidates) {
    const auto is_before = [&] { return std::tuple(old->first, -int{old->last}, old->possessive, old->kind) < std::tuple(candidate.first, -int{candidate.last}, candidate.possessive, candidate.kind); };
    while (old != before.candidates.end() && is_before()) ++old;
    if (old == before.candidates.end()) return;
    if (!is_same(*old, candidate)) continue;
    if (old->score < kHopeless) candidate.score = old->score;
    if (old->own_of >= candidate.reading_count || !is_same_name(before.of(*old)[old->own_of], found.of(candidate)[old->own_of])) continue;
    candidate.own = old->own;
    candidate.own_of = old->own_of;
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

void choose(Linking& linking, const Lexicons& lexicons, const ScoreTables& tables) {
  std::swap(linking.found, linking.before);
  find_names(linking.text, lexicons, linking.context, linking.met, linking.found);
  take_before(linking.before, linking.found);
  score_candidates(linking, lexicons, tables);
  linking.chosen = best_together(linking.found, linking.text.words.size());
}

// What is sure is known to the rest; whether anything is.
bool learn_sure(Linking& linking) {
  bool any = false;
  for (const auto at : linking.chosen) {
    const auto& candidate = linking.found.candidates[at];
    if (candidate.score < kSure) continue;
    any = true;
    linking.context.add(linking.found.best(candidate).ref, Near::Text, candidate.first);
    linking.sure.resize(linking.text.words.size());
    std::fill(linking.sure.begin() + candidate.first, linking.sure.begin() + candidate.last, sure_kind(candidate.kind));
  }
  return any;
}

}  // namespace

void choose_names(std::string_view text, const Lexicons& lexicons, const LinkContext& context, const ScoreTables& tables, Linking& into) {
  read_text(text, lexicons, into.text);
  into.context = context;
  into.sure.clear();
  into.found.clear();
  known_names(into.text, lexicons, into.met);
  choose(into, lexicons, tables);
  if (learn_sure(into)) choose(into, lexicons, tables);
}

}  // namespace rialto::text
