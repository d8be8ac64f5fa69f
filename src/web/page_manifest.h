// /manifest.webmanifest: how a phone or desk shows the house among its own programs (W3C Web Application Manifest).
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

Response manifest(Visit& visit);

}  // namespace rialto::web
