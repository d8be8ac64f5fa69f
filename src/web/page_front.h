// The front page.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

Response front_page(Visit& visit);

}  // namespace rialto::web
