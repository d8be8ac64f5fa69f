// What moderators do, each act with its reason; the public log; reporting; the word list.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct SharedVisit;
struct Visit;

// GET asks for a reason, POST does it.
Response ask_lock(Visit& visit);  // /thread/{id}/lock: locks or unlocks
Response lock(Visit& visit);
Response ask_pin(Visit& visit);
Response pin(Visit& visit);
Response ask_hide_thread(Visit& visit);  // hides or shows
Response hide_thread(Visit& visit);
Response ask_rename(Visit& visit);
Response rename(Visit& visit);
Response ask_move(Visit& visit);
Response move(Visit& visit);
Response ask_remove_post(Visit& visit);  // /post/{id}/hide
Response remove_post(Visit& visit);
Response ask_restore_post(Visit& visit);  // /post/{id}/restore
Response restore_post(Visit& visit);
Response ask_remove_review(Visit& visit);
Response remove_review(Visit& visit);
Response ask_restore_review(Visit& visit);  // /review/{id}/restore
Response restore_review(Visit& visit);

Response ask_report_thread(Visit& visit);
Response ask_report_post(Visit& visit);
Response ask_report_review(Visit& visit);
Response report_thread(Visit& visit);
Response report_post(Visit& visit);
Response report_review(Visit& visit);

Response log_page(SharedVisit& visit);       // /log, for everybody
Response reports_page(Visit& visit);   // /admin/reports
Response settle_report(Visit& visit);  // POST /admin/reports/{id}: outcome=acted|aside
Response words_page(Visit& visit);     // /admin/words
Response change_words(Visit& visit);

}  // namespace rialto::web
