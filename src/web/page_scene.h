// Scenes: their pages, and the forms that add and edit them.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct SharedVisit;
struct Visit;

Response scene_page(SharedVisit& visit);
Response scene_history_page(SharedVisit& visit);
Response new_scene_page(Visit& visit);
Response add_scene(Visit& visit);
Response scene_edit_page(Visit& visit);
Response edit_scene(Visit& visit);
Response undo_scene_change(Visit& visit);
Response scene_glance(Visit& visit);

}  // namespace rialto::web
