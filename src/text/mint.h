// Where the renderers of text/ turn what they wrote into SafeHtml. No other layer includes this.
#pragma once

#include <string>
#include <utility>

#include "text/safe_html.h"

namespace rialto::text {

struct SafeHtmlMint {
  static SafeHtml made(std::string html) { return SafeHtml(std::move(html)); }
};

}  // namespace rialto::text
