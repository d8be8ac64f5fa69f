// Pages of words and small things: about, help, house lights, assets, errors.
#pragma once

#include <string>

#include "web/dispatch.h"
#include "web/http.h"

namespace rialto::web {

class Site;
struct SharedVisit;
struct Visit;

Response about_page(SharedVisit& visit);
Response help_page(SharedVisit& visit);

// POST /lights: lights=day|night, back=ADDRESS. Kept in a cookie, so it works without an account.
Response turn_lights(Visit& visit);
Response choose_language(Visit& visit);

Response asset(const Request& request);
Response robots(const Request& request);
// For load balancers and the one who starts the program: 200 as long as requests are answered.
Response healthy(const Request& request);
// What the server counts (web/metrics.h), for programs on this machine; there is nothing here for anybody else.
Response metrics_page(Site& site, const Request& request);

// For what fails before a handler can speak (ServerSettings::error_page).
std::string house_error_page(const Problem& problem);

}  // namespace rialto::web
