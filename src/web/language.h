// In which language pages are shown: the member's choice, else the browser's cookie, else what the browser asks for.
#pragma once

#include <string_view>

#include "say/language.h"
#include "web/http.h"

namespace rialto::web {

inline constexpr std::string_view kLanguageCookie = "language";

// What the request alone tells: the cookie, else Accept-Language.
Language language_asked(const Request& request);

// `chosen`: the tag that the viewer keeps in their account; "" if they keep none.
Language language_of(const Request& request, std::string_view chosen);

// Notes on the answer which language it is in, and that another browser would have got another.
void mark_language(Response& response, Language language);

}  // namespace rialto::web
