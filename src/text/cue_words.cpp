#include "text/cue_words.h"

#include <array>
#include <string_view>
#include <utility>

#include "base/strings.h"

namespace rialto::text {

namespace {

// In order of their numbers, from 1; "|" between words.
constexpr std::array<std::string_view, 44> kKinds = {
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
    "western|thriller|comedy|horror|drama|musical|noir|romcom|slasher|documentary|biopic|classics|masterpiece|gem|adaptation",
    "delivers|gives|gave|shines|shine|steals|proves|manages|makes|made|brings|carries|miscast|acts|act|directorial|improvises",
    "finds|meets|decides|falls|kills|discovers|learns|tries|wants|must|marries|dies|gets|goes|becomes|takes|helps|escapes|returns|saves|"
    "kidnaps|leaves|runs|lives|works|believes|realizes|realises|killed|fights|joins|hires|loses|starts|begins|comes|knows|tells|sees|asks|leads|died",
    "fan|fans|genius|biography|interview|career|born|talented|underrated|overrated|late|great|legendary",
    "young|poor|evil|handsome|mysterious|crazy|rich|named|meet|between|against|kill|killing|save|saving|fight|rescue|rescues",
    "other|another",
};

// What tells of which of several films of one title is meant; "|" between words.
constexpr std::string_view kAnimated = "animated|animation|cartoon|disney|disneys";
constexpr std::string_view kOriginal = "original|first|old";
constexpr std::string_view kNewest = "new|remake|latest";

// Written with a capital and yet nobody's name.
constexpr std::string_view kNoNames =
    "american|americans|british|english|french|german|germans|italian|spanish|japanese|chinese|russian|russians|european|african|asian|"
    "indian|irish|scottish|australian|canadian|mexican|swedish|danish|jewish|christian|catholic|muslim|nazi|nazis|hollywood|bollywood|"
    "netflix|imdb|dvd|hbo|bbc|mgm|oscar|oscars|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|"
    "june|july|august|september|october|november|december|christmas|halloween|easter|thanksgiving|marvel|disney|pixar|god|internet|"
    "overview|introduction|conclusion|summary|plot|performances|direction|themes|legacy|influence|visuals|music|verdict|rating|edit";

// A hash table; places without a word are empty.
class Cues {
 public:
  Cues() {
    std::uint8_t number = 0;
    for (const auto kind : kKinds) {
      ++number;
      for (const auto word : split(kind, '|'))
        if (auto& cue = at(hash_of(word)); cue.number == 0) cue.number = number;
    }
    for (const auto& [words, hint] : {std::pair(kAnimated, kHintAnimated), std::pair(kOriginal, kHintOriginal), std::pair(kNewest, kHintNewest),
                                      std::pair(kNoNames, kHintNoName)})
      for (const auto word : split(words, '|')) at(hash_of(word)).hints |= hint;
    for (auto& place : places_)
      if (place.cue.number == kCueWatch || place.cue.number == kCueFilm) place.cue.hints |= kHintFilmTalk;
  }

  Cue of(WordHash word) const {
    for (auto place = first(word);; place = (place + 1) % kPlaces) {
      if (places_[place].hash == word.value) return places_[place].cue;
      if (places_[place].hash == 0) return {};
    }
  }

 private:
  struct Place {
    std::uint64_t hash = 0;
    Cue cue;
  };
  static constexpr std::size_t kPlaces = 1024;
  static std::size_t first(WordHash word) { return (word.value >> 40) % kPlaces; }

  Cue& at(WordHash word) {
    auto place = first(word);
    while (places_[place].hash != 0 && places_[place].hash != word.value) place = (place + 1) % kPlaces;
    places_[place].hash = word.value;
    return places_[place].cue;
  }

  std::array<Place, kPlaces> places_{};
};

}  // namespace

Cue cue_of(WordHash word) {
  static const Cues cues;
  return cues.of(word);
}

}  // namespace rialto::text
