// Lists of reviews: the latest of all, and those of one film in named orders.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct SharedVisit;

Response reviews_page(SharedVisit& visit);
// ?order=NAME&rating=1…10
Response film_reviews_page(SharedVisit& visit);

}  // namespace rialto::web
