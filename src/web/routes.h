// The site map: every address and what answers it.
#pragma once

#include <vector>

#include "web/router.h"
#include "web/site.h"

namespace rialto::web {

// The site must outlive the routes.
std::vector<Route> routes_of(Site& site);

}  // namespace rialto::web
