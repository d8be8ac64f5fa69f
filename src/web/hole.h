// Fills the hole of a page (web/view/hole.h) with what belongs to the viewer.
#pragma once

#include <optional>
#include <string>

#include "web/view/hole.h"

namespace rialto::web {

struct Visit;

view::Hole hole_of(const Visit& visit, const std::optional<view::Notice>& notice);

// The page with the hole's HTML where its mark stands.
std::string with_hole(const std::string& html, const view::Hole& hole);

// The strict policy, and the hash of the hole's style rule if it has one (CSP level 3, 2.3.1).
std::string policy_for(const view::Hole& hole);

}  // namespace rialto::web
