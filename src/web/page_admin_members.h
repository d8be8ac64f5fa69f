// Behind the curtain: members, who waits to be let in, invitations, and the settings of the site.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

// Moderators and admins.
Response admin_members_page(Visit& visit);  // ?q=BEGINNING, ?after=NAME
Response admin_member_page(Visit& visit);   // /admin/member/{id}
Response take_suspension(Visit& visit);     // do=suspend|restore, reason

// Admins.
Response take_role(Visit& visit);  // role, why
Response take_sessions_end(Visit& visit);
Response admin_approvals_page(Visit& visit);
Response take_approval(Visit& visit);  // approve=ID or refuse=ID
Response admin_invitations_page(Visit& visit);
Response take_invitation(Visit& visit);  // note: makes one; back=ID: takes one back
Response admin_settings_page(Visit& visit);
Response take_settings(Visit& visit);

}  // namespace rialto::web
