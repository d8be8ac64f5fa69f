// How a page tells what it shows: in which language, with which words masked, and seen from when.
#pragma once

#include "base/time.h"
#include "say/language.h"

namespace rialto::text {
class WordMask;
}

namespace rialto::web {

struct Telling {
  Language language;
  const text::WordMask& mask;
  Time now;
};

}  // namespace rialto::web
