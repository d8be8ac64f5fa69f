// What a site's members made of the same words in several texts: "Heat" is often this film here, and that word never one.
// It moves how sure a name is, by the logarithm of how often it was so and how often not. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/link.h"

namespace rialto::talk {

class NameHabits {
 public:
  // names: "film", "person", "" for no name; texts: in how many of them.
  void add(const std::string& words_fold, const std::string& names, std::int64_t target, std::int64_t texts);

  // The mention of these words with its new score; what it names is another film or person where that is what these words mostly are here.
  text::Mention weighed(text::Mention mention, std::string_view words) const;

 private:
  struct Use {
    std::string names;
    std::int64_t target = 0;
    std::int64_t texts = 0;
  };
  std::unordered_map<std::string, std::vector<Use>> uses_;
};

}  // namespace rialto::talk
