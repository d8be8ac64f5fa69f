// What of a page is new to the member who asks for it: told in their hole, by a rule that shows marks which stand hidden on
// everybody's page, and by a line that leads to where they stopped reading.
#pragma once

#include <optional>

#include "web/style_rule.h"
#include "web/view/hole.h"

namespace rialto::web {

struct Shown;
struct Visit;

struct News {
  StyleRule rule;
  std::optional<view::Stopped> stopped;
};

// Posts that a member is sent are noted as read: those of a GET that no browser made ahead of its reader's wish.
News news_for(const Visit& visit, const Shown* shown);

}  // namespace rialto::web
