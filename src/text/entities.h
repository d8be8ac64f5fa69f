// Character references of HTML as people write them in Markdown: &amp; &eacute; &#8212; &#x2014;.
#pragma once

#include <string>
#include <string_view>

namespace rialto::text {

// Appends the character that the reference ("&…;") stands for; an unknown name is appended as it is written, a number
// that is no character (control, surrogate, too large) becomes U+FFFD.
void append_entity(std::string& out, std::string_view reference);

}  // namespace rialto::text
