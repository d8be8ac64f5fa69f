// What belongs to a member alone: signature, name, e-mail, password, sessions, and leaving.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

Response settings_page(Visit& visit);
Response take_signature(Visit& visit);
Response take_reading(Visit& visit);
Response take_name(Visit& visit);
Response take_email(Visit& visit);
Response take_password(Visit& visit);
Response take_session_end(Visit& visit);  // session=ID or session=others
Response take_leave(Visit& visit);        // posts=ghost or posts=remove

}  // namespace rialto::web
