// A thread as a reader found it on a page, before it becomes a record.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/passage.h"

namespace rialto::imports {

struct FoundThread {
  std::optional<std::string> title;
  std::vector<std::string> context;  // names of boards, breadcrumbs: what tells the film
  std::vector<FoundPost> posts;
  int confidence = 0;  // 0 to 100
};

}  // namespace rialto::imports
