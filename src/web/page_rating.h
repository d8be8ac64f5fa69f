// A member's rating of a film without a review: a page of its own, for the film's page is the same for everybody.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

Response rating_page(Visit& visit);
// rating=1…10 makes or changes it, rating=0 takes it back.
Response take_rating(Visit& visit);

}  // namespace rialto::web
