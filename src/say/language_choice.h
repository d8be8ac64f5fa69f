// Which language a page is in: what a tag names, and what a browser asks for.
#pragma once

#include <optional>
#include <string_view>

#include "say/language.h"

namespace rialto::say {

// "de" and "de-AT" name German, in any case; nothing if no page is in that language.
std::optional<Language> language_tagged(std::string_view tag);

// What Accept-Language (RFC 9110, 12.5.4) likes best among ours: by weight, then in the order it names them. The first of
// kLanguages if it wants none of them, or is empty or broken.
Language preferred_language(std::string_view accept_language);

}  // namespace rialto::say
