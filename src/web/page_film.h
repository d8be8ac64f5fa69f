// A film's page.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct SharedVisit;

Response film_page(SharedVisit& visit);  // /film/{slug}

}  // namespace rialto::web
