// The guard against requests that another site makes in a visitor's name (cross-site request forgery).
//
// Pages carry no tokens, so that everybody is served the same bytes. Instead every unsafe request (not GET, HEAD,
// OPTIONS) must show where it comes from, by what browsers say and pages can't forge:
//   1. Sec-Fetch-Site, sent by every current browser over TLS and to localhost: "same-origin" (a form of ours) or
//      "none" (typed or from a bookmark) pass; "same-site" (another subdomain may be another's) and "cross-site" not.
//   2. Without it (plain HTTP in a local network, older browsers): Origin, which browsers send with every POST, must
//      name our host and port. "null" does not pass. An http Origin does not pass for a request that came by TLS; an
//      https Origin passes for one that seems plain, since a proxy may have taken TLS off.
//   3. Without both, no browser in use sent it. With any cookie it is refused (what an old browser would send along
//      without its owner's will); without cookies there is nobody's right to abuse, and programs like curl may speak.
// Session cookies are SameSite=Lax besides, so a foreign form does not bring them in the first place.
#pragma once

#include "web/http.h"

namespace rialto::web {

enum class Origin { Ours, Foreign };

Origin origin_of(const Request& request);

}  // namespace rialto::web
