// Where the viewer stopped reading: what leads there, and what says that all is read.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

Response to_unread(Visit& visit);         // /unread/{thread}
Response read_everywhere(Visit& visit);   // what their front page calls new
Response read_board(Visit& visit);        // what is new on /board/{slug}
Response read_person_board(Visit& visit);  // the same of /person/{slug}/board

}  // namespace rialto::web
