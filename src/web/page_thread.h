// A thread, its posts, a single post and its history, and replying.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct SharedVisit;
struct Visit;

Response thread_page(SharedVisit& visit);        // /thread/{id}[/{words}]?order=flat&page=2
Response thread_reply_page(Visit& visit);  // /thread/{id}/reply
Response reply_to_thread(Visit& visit);
Response post_page(SharedVisit& visit);          // /post/{id}: the permalink
Response post_history_page(SharedVisit& visit);  // /post/{id}/history
Response post_reply_page(Visit& visit);    // /post/{id}/reply?quote=1
Response reply_to_post(Visit& visit);
Response post_edit_page(Visit& visit);
Response edit_post(Visit& visit);
Response post_delete_page(Visit& visit);
Response delete_post(Visit& visit);
Response post_undelete_page(Visit& visit);  // /post/{id}/undelete: authors bring back what they deleted
Response undelete_post(Visit& visit);

}  // namespace rialto::web
