// Behind the curtain: what waits for moderators and admins, and where things are.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

Response admin_page(Visit& visit);

}  // namespace rialto::web
