// Reviews saved as text: from blogs of any kind, in any of our languages.
#pragma once

#include <optional>
#include <vector>

#include "base/date_reading.h"
#include "import/found_article.h"
#include "import/page_lines.h"

namespace rialto::imports {

// The title, who and when from the lines above the first paragraph; sections by short lines that stand alone; comments
// behind "3 Comments" and the like. Nothing if there is no prose.
std::optional<FoundArticle> read_text_article(const std::vector<PageLine>& lines, const DateReading& how);

}  // namespace rialto::imports
