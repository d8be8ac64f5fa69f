// What an edit changed, word by word, for the history of a post.
#pragma once

#include <string_view>

#include "text/safe_html.h"

namespace rialto::text {

struct Difference {
  SafeHtml html;        // the Markdown of both, with <ins> and <del>, and <br> for the ends of lines
  bool veiled = false;  // one of them holds a spoiler, and the difference shows it: hold it back
  bool same = false;
};

// Lines are compared first, then the words of those that changed (Myers 1986). Where that would take too long, whole
// lines or the whole text are shown as replaced. Time is linear in the texts but for a bounded factor.
Difference difference(std::string_view before, std::string_view after);

}  // namespace rialto::text
