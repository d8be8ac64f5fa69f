// Where visitors read from a replica of the database, which may lag, and members from the database itself, so that they always see what
// they wrote.
#pragma once

#include <vector>

#include "web/router.h"

namespace rialto::web {

// `members` and `visitors`: routes_of() the site over the database and over its replica. Whoever comes without a session and only reads
// is answered by the latter; where the replica can't be read, by the former.
std::vector<Route> with_visitors_apart(std::vector<Route> members, std::vector<Route> visitors);

}  // namespace rialto::web
