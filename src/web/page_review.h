// Reviews: one with its talk, and writing one.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct SharedVisit;
struct Visit;

Response review_page(SharedVisit& visit);  // /review/{id}[/{words}]
Response new_review_page(Visit& visit);    // /film/{slug}/review
Response write_review(Visit& visit);
Response review_edit_page(Visit& visit);
Response edit_review(Visit& visit);
Response review_delete_page(Visit& visit);
Response delete_review(Visit& visit);
Response review_undelete_page(Visit& visit);  // /review/{id}/undelete: authors bring back what they deleted
Response undelete_review(Visit& visit);
Response review_reply_page(Visit& visit);  // /review/{id}/reply
Response reply_to_review(Visit& visit);
Response review_history_page(SharedVisit& visit);

}  // namespace rialto::web
