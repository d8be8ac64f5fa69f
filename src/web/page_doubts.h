// Imported pages whose film is in doubt, for moderators to decide.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

Response doubts_page(Visit& visit);   // GET /admin/doubts
Response settle_doubt(Visit& visit);  // POST /admin/doubts/{id}: film=SLUG, or other=TEXT, or skip=1

}  // namespace rialto::web
