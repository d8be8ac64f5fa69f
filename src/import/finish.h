// Posts as found → records: tombstones, edit marks, signatures told apart, quoted passages tied to the posts that they
// are from, and parents where the page names them. Nothing is invented.
#pragma once

#include <vector>

#include "base/date_reading.h"
#include "import/passage.h"
#include "import/record.h"

namespace rialto::imports {

std::vector<PostRecord> finished_posts(std::vector<FoundPost> posts, const DateReading& how);

// The passages as Markdown, quotes as blockquotes.
std::string markdown_of(const Passages& passages);

}  // namespace rialto::imports
