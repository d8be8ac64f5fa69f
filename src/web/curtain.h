// Who may go behind the curtain.
#pragma once

#include <optional>

#include "web/http.h"

namespace rialto::web {

struct Visit;

// What those who may not go there are answered; nothing for those who may.
std::optional<Response> unless_moderator(const Visit& visit);
std::optional<Response> unless_admin(const Visit& visit);

}  // namespace rialto::web
