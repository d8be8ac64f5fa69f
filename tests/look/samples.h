// Made-up views of every page, to test the pages with and to look at them before there is a database.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "web/view/hole.h"

namespace rialto::web::samples {

struct Sample {
  std::string name;  // "thread-tree"
  std::string html;  // with the hole's mark
};

// Every page once, some in several states.
std::vector<Sample> all_pages();

// The page as this viewer gets it.
std::string with_hole(const std::string& html, const view::Hole& hole);

view::Hole visitor(const std::string& lights = "");
view::Hole moderator(const std::string& lights = "");

}  // namespace rialto::web::samples
