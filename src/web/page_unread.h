// /unread/{thread}: leads to where the viewer stopped reading.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

Response to_unread(Visit& visit);

}  // namespace rialto::web
