// What a browser that calls itself "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) …" is, for people: "Firefox on Linux".
#pragma once

#include <string>
#include <string_view>

#include "say/language.h"

namespace rialto::web {

std::string device_name(std::string_view user_agent, Language language);

}  // namespace rialto::web
