// How far a long piece of work has come.
#pragma once

#include <functional>
#include <string>

namespace rialto::keep {

struct Progress {
  std::string doing;   // "copying post"
  double share = 0;    // of the whole, 0 to 1
};

using OnProgress = std::function<void(const Progress&)>;

}  // namespace rialto::keep
