// A person's page.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

Response person_page(Visit& visit);  // /person/{slug}

}  // namespace rialto::web
