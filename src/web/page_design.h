// The living page of the look.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct SharedVisit;
struct Visit;

Response design_page(SharedVisit& visit);  // /about/design
Response design_card(Visit& visit);  // /about/design/{family}: "swiss.svg"

}  // namespace rialto::web
