#include "web/visitors_routes.h"

#include <utility>

#include "base/log.h"
#include "db/db.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

Handler apart(Handler member, Handler visitor) {
  return [member = std::move(member), visitor = std::move(visitor)](const Request& request) {
    if (request.cookies.find(kSessionCookie)) return member(request);
    try {
      return visitor(request);
    } catch (const DbError& error) {
      log_warning(std::string("web: read from the database, not from its replica: ") + error.what());
      return member(request);
    }
  };
}

}  // namespace

// What is quick asks no database.
std::vector<Route> with_visitors_apart(std::vector<Route> members, std::vector<Route> visitors) {
  for (std::size_t at = 0; at < members.size(); ++at)
    if (members[at].method == Method::Get && members[at].speed == Speed::Slow)
      members[at].handler = apart(std::move(members[at].handler), std::move(visitors[at].handler));
  return members;
}

}  // namespace rialto::web
