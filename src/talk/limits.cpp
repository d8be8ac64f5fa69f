#include "talk/limits.h"

#include "base/strings.h"
#include "text/name.h"

namespace rialto::talk {

std::variant<std::string, Refusal> kept_title(std::string_view title) {
  if (!text::shows_something(title)) return Refusal::NoTitle;
  if (code_points(trimmed(title)) > kTitleLimit) return Refusal::TitleTooLong;
  auto checked = text::checked_title(title);
  if (!checked) return Refusal::TitleUnreadable;
  return std::move(*checked);
}

std::optional<Refusal> text_refused(std::string_view text, std::size_t most_bytes) {
  if (!text::shows_something(text)) return Refusal::NoText;
  if (text.size() > most_bytes) return Refusal::TextTooLong;
  return std::nullopt;
}

std::string tidied(std::string_view text) {
  auto out = replaced(text, "\r\n", "\n");
  while (!out.empty() && (out.back() == '\n' || out.back() == ' ' || out.back() == '\t')) out.pop_back();
  return out;
}

}  // namespace rialto::talk
