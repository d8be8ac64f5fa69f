// A film's title card as a picture.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

Response card_picture(Visit& visit);  // /film/{slug}/card.svg

}  // namespace rialto::web
