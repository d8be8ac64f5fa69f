// What a page calls itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/page_lines.h"

namespace rialto::imports {

struct PageTitle {
  std::optional<std::string> title;
  std::vector<std::string> context;  // boards, breadcrumbs and labels that stand with it
};

// From the lines above the first post: "Topic: …", the end of a breadcrumb, else the first line that is one.
PageTitle title_of_lines(const std::vector<PageLine>& lines, std::size_t begin, std::size_t end);

// Without "Re:", "AW:" and the like.
std::string without_reply_mark(std::string_view title);

// "Heat (1995)", "Le Samouraï (Jean-Pierre Melville, 1967)", "羅生門（1950年）".
bool has_year_in_brackets(std::string_view text);

// Short, no sentence, no control.
bool is_title_like(const PageLine& line);

// Without "Re:" and without what follows a last separator if that is the name of the site: "X - CineForum" → "X".
std::string without_site(std::string_view title);

}  // namespace rialto::imports
