// Finding films and people by words.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

Response find_page(Visit& visit);  // /find?q=heat+1995&in=films

}  // namespace rialto::web
