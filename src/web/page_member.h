// A member's page, and a ghost's: what they wrote, newest first.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct SharedVisit;

Response member_page(SharedVisit& visit);  // /member/{name}; former names and other spellings lead on
Response ghost_page(SharedVisit& visit);   // /ghost/{id}

}  // namespace rialto::web
