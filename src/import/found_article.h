// A review as a reader found it on a page, before it becomes a record.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date_reading.h"
#include "import/passage.h"
#include "import/record.h"

namespace rialto::imports {

struct FoundArticle {
  std::optional<std::string> title;
  std::optional<std::string> writer;
  std::optional<Edtf> date;
  std::optional<int> minutes;
  std::optional<std::string> audience;
  std::optional<RatingRecord> rating;
  std::vector<std::string> context;  // breadcrumbs, categories, the film that the page names
  Passages body;
  std::vector<FoundPost> comments;
  int confidence = 0;  // 0 to 100
};

// Sections, pictures, rating and audience lines told apart; comments finished.
ReviewRecord finished_review(FoundArticle article, const DateReading& how);

// How much the article looks like a review: prose, headings, byline, rating.
int confidence_of(const FoundArticle& article);

}  // namespace rialto::imports
