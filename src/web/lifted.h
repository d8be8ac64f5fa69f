// Which veils of a page are lifted for the member who asks for it: those over what they have seen. Told in their hole, by a
// rule, so that the page is the same for everybody.
#pragma once

#include "web/style_rule.h"

namespace rialto::web {

struct Shown;
struct Visit;

StyleRule lifted_for(const Visit& visit, const Shown& shown);

}  // namespace rialto::web
