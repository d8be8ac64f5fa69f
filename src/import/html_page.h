// An HTML page → what its markup tells: a thread, an article, or only its plain lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date_reading.h"
#include "import/found_article.h"
#include "import/found_thread.h"

namespace rialto::imports {

struct HtmlFindings {
  std::optional<FoundThread> thread;
  std::optional<FoundArticle> article;
  std::optional<std::string> named_film;  // what the page's own data call the film: "Heat (1995)"
  std::optional<std::string> title;       // what its markup calls the page
  std::optional<std::string> address;     // canonical link
  std::string plain;                      // the page as a browser would copy it
};

HtmlFindings read_html_page(std::string_view html, DateReading how);

}  // namespace rialto::imports
