#include "web/curtain.h"

#include "member/rights.h"
#include "say/admin.h"
#include "web/visit.h"

namespace rialto::web {

std::optional<Response> unless_moderator(const Visit& visit) {
  if (!visit.viewer.signed_in()) return sign_in_first(visit);
  if (member::may_moderate(visit.viewer)) return std::nullopt;
  return trouble(visit, Status::Forbidden, say::admin::for_moderators(visit.language));
}

std::optional<Response> unless_admin(const Visit& visit) {
  if (!visit.viewer.signed_in()) return sign_in_first(visit);
  if (member::may_administer(visit.viewer)) return std::nullopt;
  return trouble(visit, Status::Forbidden, say::admin::for_admins(visit.language));
}

}  // namespace rialto::web
