// The catalogue's list of films.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

Response films_page(Visit& visit);  // /films?decade=1990&genre=Drama&country=US&sort=title&after=…

}  // namespace rialto::web
