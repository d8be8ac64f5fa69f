// /film/{slug}/seen: "I know this film", "seen up to minute 60". It opens what it covers.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

// POST with seen=all, seen=part and minute=N, or seen=no.
Response take_seen(Visit& visit);

}  // namespace rialto::web
