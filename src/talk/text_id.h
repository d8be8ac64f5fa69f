// A text on the boards: a post or a review.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "base/id.h"
#include "text/word_stream.h"

namespace rialto::talk {

using TextId = std::variant<PostId, ReviewId>;

// As tables call it: "post", "review".
const char* kind_of(TextId text);
std::int64_t number_of(TextId text);

// The words in which names are looked for: of a review those of its sections, one after another (text/sections.h).
text::StreamedText words_of(TextId text, const std::string& body);

}  // namespace rialto::talk
