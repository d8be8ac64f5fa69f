// What a text names: /post/ID/names and /review/ID/names, where members correct it; and a glance at what a name leads to.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

Response post_names_page(Visit& visit);
Response review_names_page(Visit& visit);
// words, nth, name ("film ID", "person ID", "" for no name): corrects or proposes. proposal, do=accept|no: decides.
Response correct_post_names(Visit& visit);
Response correct_review_names(Visit& visit);

// Texts in which members propose names; for moderators.
Response proposed_names_page(Visit& visit);

// What stands in the small card beside a name, without a frame.
// A glance by itself, without a page around it.
Response bare(std::string html);
Response film_glance(Visit& visit);
Response person_glance(Visit& visit);

}  // namespace rialto::web
