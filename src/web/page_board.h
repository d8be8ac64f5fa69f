// Boards: the index of all, one with its threads, and starting a thread on it.
#pragma once

#include <optional>
#include <string>

#include "talk/board.h"
#include "web/http.h"

namespace rialto::web {

struct SharedVisit;
struct Visit;

Response boards_page(SharedVisit& visit);
Response board_page(SharedVisit& visit);         // /board/{slug}: a general board's slug, or a film's
Response person_board_page(SharedVisit& visit);  // /person/{slug}/board
Response new_thread_page(Visit& visit);
Response start_thread(Visit& visit);
Response new_person_thread_page(Visit& visit);
Response start_person_thread(Visit& visit);

}  // namespace rialto::web
