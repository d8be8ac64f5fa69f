#include "talk/name_habits.h"

#include <algorithm>
#include <cmath>

#include "base/strings.h"

namespace rialto::talk {

namespace {

bool names_it(const text::Mention& mention, const std::string& names, std::int64_t target) {
  if (names == "film") return mention.film.value == target;
  return names == "person" && mention.person.value == target;
}

double moved(double score, std::int64_t so, std::int64_t not_so) {
  const double sure = std::clamp(score, 1e-6, 1 - 1e-6);
  const double logit = std::log(sure / (1 - sure)) + std::log((1.0 + static_cast<double>(so)) / (1.0 + static_cast<double>(not_so)));
  return 1 / (1 + std::exp(-logit));
}

void rename(text::Mention& mention, const std::string& names, std::int64_t target) {
  mention.film = FilmId{names == "film" ? target : 0};
  mention.person = PersonId{names == "person" ? target : 0};
  mention.kind = names == "film" ? text::MentionKind::Film : text::MentionKind::Person;
}

}  // namespace

void NameHabits::add(const std::string& words_fold, const std::string& names, std::int64_t target, std::int64_t texts) {
  uses_[words_fold].push_back({names, target, texts});
}

text::Mention NameHabits::weighed(text::Mention mention, std::string_view words) const {
  if (uses_.empty()) return mention;
  const auto found = uses_.find(folded(words));
  if (found == uses_.end()) return mention;
  std::int64_t so = 0, all = 0;
  const Use* most = nullptr;
  for (const auto& use : found->second) {
    all += use.texts;
    if (names_it(mention, use.names, use.target)) so = use.texts;
    if (!most || use.texts > most->texts) most = &use;
  }
  const bool is_another = !most->names.empty() && !names_it(mention, most->names, most->target) && most->texts > 2 * so && 2 * most->texts > all;
  if (is_another) {
    so = most->texts;
    rename(mention, most->names, most->target);
  }
  mention.score = moved(mention.score, so, all - so);
  return mention;
}

}  // namespace rialto::talk
