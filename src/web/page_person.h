// A person's page.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct SharedVisit;

Response person_page(SharedVisit& visit);  // /person/{slug}

}  // namespace rialto::web
