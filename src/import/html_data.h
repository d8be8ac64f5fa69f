// What a page says of itself for machines: JSON-LD of schema.org, and its meta tags.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date_reading.h"
#include "import/dom.h"
#include "import/passage.h"
#include "import/record.h"

namespace rialto::imports {

struct HtmlData {
  std::optional<std::string> headline, writer, film;  // film: "Heat (1995)" or "Heat"
  std::optional<Edtf> date;
  std::optional<RatingRecord> rating;
  std::vector<FoundPost> posts;  // of a DiscussionForumPosting with its comments
  bool is_review = false, is_article = false, is_thread = false;
  std::optional<std::string> address;
};

HtmlData html_data(const Document& document, const DateReading& how);

}  // namespace rialto::imports
