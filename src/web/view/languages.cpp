#include "say/frame.h"
#include "web/view/frame.h"

namespace rialto::web::view {

std::vector<LanguageChoice> languages_of(Language page) {
  std::vector<LanguageChoice> choices;
  for (const auto each : say::kLanguages)
    choices.push_back({.tag = say::tag_of(each), .name = say::frame::language_name(each), .chosen = each == page});
  return choices;
}

}  // namespace rialto::web::view
