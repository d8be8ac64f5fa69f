// Where a text names scenes of the film that it stands with: "the coffee shop scene", "the ending".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/word_stream.h"

namespace rialto::text {

enum class IsEnding { No, Yes };

// What people call a scene: its name and its other names, each with "scene" behind it, and as they are where they have
// several words and are other names. The scene at the end is also "the ending", "the final scene".
std::vector<std::string> scene_phrases(std::string_view name, const std::vector<std::string>& names, IsEnding ending);

struct FoundScene {
  Stretch place;          // bytes of the text
  std::size_t scene = 0;  // as it was given to add()
};

// Safe from several threads at once once all is added.
class SceneFinder {
 public:
  // A phrase that two scenes share stands for the one that came first.
  void add(const std::vector<std::string>& phrases, std::size_t scene);

  // In the order of the text, none over another, the longest where several begin. Words are compared in small letters,
  // whatever blanks, quotes, hyphens and emphasis stand between them. Time in proportion to the text.
  std::vector<FoundScene> find(std::string_view text) const;

 private:
  struct Phrase {
    std::vector<std::string> words;  // small letters
    std::size_t scene = 0;
  };
  std::unordered_map<std::string, std::vector<Phrase>> by_first_word_;  // the longest first
};

}  // namespace rialto::text
