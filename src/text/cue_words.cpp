#include "text/cue_words.h"

#include <array>
#include <string_view>
#include <unordered_map>

#include "base/strings.h"

namespace rialto::text {

namespace {

// In order of their numbers, from 1; "|" between words.
constexpr std::array<std::string_view, 38> kKinds = {
    "watch|watched|watching|saw|seen|see|seeing|rewatched|rewatch|watches",
    "movie|film|flick|picture|movies|films|flicks|cinema",
    "the",
    "a|an",
    "my|your|his|her|their|our",
    "its",
    "in",
    "of",
    "by",
    "directed|director|filmmaker|directs|directing|directors",
    "with",
    "and",
    "or",
    "as",
    "plays|played|playing|portrays|portrayed|portraying|role|portrayal",
    "star|starring|stars|starred|featuring|features|actor|actress|cast|actors|staring|acting|performance|performances",
    "called|titled|named|name|entitled|title",
    "like|likes|love|loved|loves|liked|recommend|enjoy|enjoyed|prefer|favorite|favourite|hate|hated|suggest|loving",
    "is|was|are|were|has|had|be|been|being|isnt|wasnt",
    "from",
    "for",
    "this|that|these|those",
    "to",
    "at|on|into",
    "than|vs|versus|over|compared",
    "new|latest|recent|last",
    "original|old|classic|first|remake|version",
    "character|characters|hero|villain",
    "series|show|tv|episode|season|trilogy|franchise|sequel|sequels|prequel|seasons|sitcom",
    "book|novel|books|play|story|comic|comics|song",
    "scene|ending|trailer|end|soundtrack|plot|rating|rated|score|script",
    "about",
    "he|she|they|who|it|you|we|i|him|them",
    "did|do|does|can|will|would|could|should|when|what|where|how|why|which",
    "find|show|playing|showing|schedule|times|time|list|tell|give|showtimes|theatre|theater|theatres",
    "but|so|if|because|while|though|then|just|also|not|no",
    "man|woman|guy|girl|boy|kid|father|mother|wife|husband|brother|sister|daughter|son|friend|cop|detective|agent|dr|mr|mrs|miss|captain",
    "s|t|re|m|ll|d",
};

const std::unordered_map<std::uint64_t, std::uint8_t>& cues() {
  static const std::unordered_map<std::uint64_t, std::uint8_t> all = [] {
    std::unordered_map<std::uint64_t, std::uint8_t> map;
    std::uint8_t number = 0;
    for (const auto kind : kKinds) {
      ++number;
      for (const auto word : split(kind, '|')) map.try_emplace(hash_of(word).value, number);
    }
    return map;
  }();
  return all;
}

}  // namespace

std::uint8_t cue_of(WordHash word) {
  const auto found = cues().find(word.value);
  return found == cues().end() ? std::uint8_t{0} : found->second;
}

}  // namespace rialto::text
