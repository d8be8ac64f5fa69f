// Signing up, in and out.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

Response sign_in_page(Visit& visit);  // ?back=ADDRESS leads there afterwards
Response take_sign_in(Visit& visit);
Response take_sign_out(Visit& visit);
Response sign_up_page(Visit& visit);  // ?invite=CODE fills the invitation in
Response take_sign_up(Visit& visit);

// The cookie that holds a session's token. It outlives the session, whose end the server alone decides.
Cookie session_cookie(std::string token);

}  // namespace rialto::web
