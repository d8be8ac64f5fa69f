// The front page of a member.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

Response home_page(Visit& visit);

}  // namespace rialto::web
