// How what is being written will look, with its names as links.
#pragma once

#include <string>
#include <string_view>

#include "text/safe_html.h"

namespace rialto::web {

struct Visit;

// place: the address of the form in which it is written, which tells of which film it is ("/board/heat-1995/new").
text::SafeHtml preview_of(const Visit& visit, const std::string& markdown, std::string_view place);

}  // namespace rialto::web
