// A film's page.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

Response film_page(Visit& visit);  // /film/{slug}

}  // namespace rialto::web
