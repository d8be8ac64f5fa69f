// One claim about a site, how it is looked into, and how what it says is made true again.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "keep/doctor.h"

namespace rialto::keep {

// What contradicts a claim.
class Wrong {
 public:
  void add(const std::string& sentence) {
    if (told_.size() < kMostTold) told_.push_back(sentence);
    ++count_;
  }
  void add_all(const std::vector<std::string>& sentences) {
    for (const auto& sentence : sentences) add(sentence);
  }
  const std::vector<std::string>& told() const { return told_; }
  std::int64_t count() const { return count_; }

 private:
  std::vector<std::string> told_;
  std::int64_t count_ = 0;
};

struct Check {
  std::string claim;
  std::function<void(Tx&, Wrong&)> look;
  std::function<void(Tx&)> mend = {};  // none: what it speaks of was written, and can't be computed
};

std::vector<Check> checks_of_file();
std::vector<Check> checks_of_talk();
std::vector<Check> checks_of_films();

}  // namespace rialto::keep
