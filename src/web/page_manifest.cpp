#include "web/page_manifest.h"

#include <boost/json.hpp>

#include "say/frame.h"
#include "say/front.h"
#include "web/assets.h"
#include "web/language.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr std::string_view kNight = "#0d1220";  // --page of the stylesheet

}  // namespace

Response manifest(Visit& visit) {
  namespace json = boost::json;
  const auto& name = visit.house->settings.site_name;
  const json::object icon{{"src", asset_path("icon.svg")}, {"sizes", "any"}, {"type", "image/svg+xml"}};
  const json::object shortcut{{"name", say::frame::boards(visit.language)}, {"url", "/boards"}};
  const json::object all{{"name", name},
                         {"short_name", name},
                         {"description", say::front::welcome(visit.language)},
                         {"lang", say::tag_of(visit.language)},
                         {"start_url", "/"},
                         {"scope", "/"},
                         {"display", "minimal-ui"},
                         {"background_color", kNight},
                         {"theme_color", kNight},
                         {"icons", json::array{icon}},
                         {"shortcuts", json::array{shortcut}}};
  auto response = bytes("application/manifest+json", json::serialize(all));
  mark_language(response, visit.language);
  return response;
}

}  // namespace rialto::web
