#include "talk/text_id.h"

#include "text/sections.h"

namespace rialto::talk {

namespace {

bool is_post(TextId text) { return std::holds_alternative<PostId>(text); }

}  // namespace

const char* kind_of(TextId text) { return is_post(text) ? "post" : "review"; }

std::int64_t number_of(TextId text) {
  return std::visit([](auto id) { return id.value; }, text);
}

text::StreamedText words_of(TextId text, const std::string& body) {
  return is_post(text) ? text::streamed(body) : text::streamed(text::sections_of(body));
}

}  // namespace rialto::talk
