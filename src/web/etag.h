// Whether a visitor holds a page already (RFC 9110, 13.1.2).
#pragma once

#include <string_view>

#include "web/http.h"

namespace rialto::web {

// True if this only reads and its If-None-Match names the tag, or any with "*". An empty tag is nobody's.
bool has_current(const Request& request, std::string_view tag);

}  // namespace rialto::web
