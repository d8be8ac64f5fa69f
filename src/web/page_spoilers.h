// /thread/{id}/spoilers: what a whole thread gives away. Its author says so, or a moderator.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

Response thread_spoilers_page(Visit& visit);
Response take_thread_spoilers(Visit& visit);

}  // namespace rialto::web
