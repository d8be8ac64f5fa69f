// Reviews saved as HTML: from blogs of any kind.
#pragma once

#include <optional>

#include "base/date_reading.h"
#include "import/dom.h"
#include "import/found_article.h"
#include "import/html_data.h"

namespace rialto::imports {

// The part of the page with the prose, its headings and pictures, and who wrote it when. Nothing if there is no prose.
std::optional<FoundArticle> read_html_article(const Document& document, const HtmlData& data, const DateReading& how);

}  // namespace rialto::imports
