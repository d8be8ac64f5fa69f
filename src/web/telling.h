// How a page tells what it shows: in which language, with which words masked, and seen from when.
#pragma once

#include "say/language.h"
#include "web/page_now.h"

namespace rialto::text {
class WordMask;
}

namespace rialto::web {

struct Telling {
  Language language;
  const text::WordMask& mask;
  PageNow now;
};

}  // namespace rialto::web
