// The front page.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct SharedVisit;

Response front_page(SharedVisit& visit);

}  // namespace rialto::web
