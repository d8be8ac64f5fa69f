#include "film/scene_names.h"

#include <algorithm>
#include <utility>

namespace rialto::film {

namespace {

bool is_one_of(std::string_view words, std::initializer_list<std::string_view> many) {
  return std::find(many.begin(), many.end(), words) != many.end();
}

// "Alien's ending", "the ending of Alien".
bool is_of_other(const text::Mention& other, FilmId film, const text::Stretch& place, std::string_view words) {
  if (other.kind != text::MentionKind::Film || other.film == film) return false;
  if (other.end <= place.begin) return is_one_of(words.substr(other.end, place.begin - other.end), {"'s ", "’s ", "*'s ", "*’s ", "s "});
  if (other.begin >= place.end) return is_one_of(words.substr(place.end, other.begin - place.end), {" of ", " in ", " to ", " of *", " in *", " to *"});
  return false;
}

}  // namespace

SceneNames::SceneNames(Tx& tx, FilmId film) : film_(film), scenes_(scenes_of(tx, film)) {
  for (std::size_t at = 0; at < scenes_.size(); ++at) {
    const auto& facts = scenes_[at].facts;
    finder_.add(text::scene_phrases(facts.name, facts.names, facts.place == text::Place::ending() ? text::IsEnding::Yes : text::IsEnding::No), at);
  }
}

text::Mention SceneNames::mention_of(const text::FoundScene& found) const {
  const auto& scene = scenes_[found.scene];
  return {.begin = found.place.begin, .end = found.place.end, .kind = text::MentionKind::Scene, .name = scene.facts.name, .scene = scene.id, .score = 1};
}

void SceneNames::add_to(std::vector<text::Mention>& mentions, std::string_view words) const {
  for (const auto& found : finder_.find(words)) {
    const auto is_other = [&](const auto& mention) { return is_of_other(mention, film_, found.place, words); };
    if (std::any_of(mentions.begin(), mentions.end(), is_other)) continue;
    std::erase_if(mentions, [&](const auto& other) { return other.begin < found.place.end && found.place.begin < other.end; });
    mentions.push_back(mention_of(found));
  }
  std::stable_sort(mentions.begin(), mentions.end(), [](const auto& one, const auto& other) { return one.begin < other.begin; });
}

}  // namespace rialto::film
