#include "talk/limits.h"

#include "base/strings.h"

namespace rialto::talk {

std::optional<Refusal> title_refused(std::string_view title) {
  if (trimmed(title).empty()) return Refusal::NoTitle;
  if (code_points(trimmed(title)) > kTitleLimit) return Refusal::TitleTooLong;
  return std::nullopt;
}

std::optional<Refusal> text_refused(std::string_view text, std::size_t most_bytes) {
  if (trimmed(text).empty()) return Refusal::NoText;
  if (text.size() > most_bytes) return Refusal::TextTooLong;
  return std::nullopt;
}

std::string tidied(std::string_view text) {
  auto out = replaced(text, "\r\n", "\n");
  while (!out.empty() && (out.back() == '\n' || out.back() == ' ' || out.back() == '\t')) out.pop_back();
  return out;
}

}  // namespace rialto::talk
