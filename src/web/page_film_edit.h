// Adding a film, editing its facts, and the history of both.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct SharedVisit;
struct Visit;

Response new_film_page(Visit& visit);      // /films/new?title=…
Response add_film(Visit& visit);
Response film_edit_page(Visit& visit);     // /film/{slug}/edit
Response edit_film(Visit& visit);
Response film_history_page(SharedVisit& visit);  // /film/{slug}/history
Response undo_film_change(Visit& visit);   // POST /film/{slug}/history/{id}/undo

}  // namespace rialto::web
