#include "text/disclose.h"

#include <algorithm>

#include "text/plain.h"

namespace rialto::text {

namespace {

std::string on_one_line(std::string_view text) {
  std::string out;
  for (char letter : text) {
    const bool blank = letter == ' ' || letter == '\n' || letter == '\t';
    if (!blank) {
      out += letter;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace

Disclosed disclosed(std::string_view markdown, std::initializer_list<std::string_view> marks) {
  const bool marked = std::any_of(marks.begin(), marks.end(), [](std::string_view mark) { return !mark.empty(); });
  return Disclosed(marked ? "Spoilers:\n\n" + std::string(markdown) : std::string(markdown));
}

std::string excerpt(const Disclosed& text, std::size_t limit, const WordMask* mask) {
  PlainOptions options{.output_limit = 8 * limit + 256, .quotes = Quotes::LeftOut, .mask = mask};
  auto words = plain_text(text.markdown(), options);
  options.quotes = Quotes::Kept;
  if (words.empty()) words = plain_text(text.markdown(), options);
  return cut_at_word(on_one_line(words), limit);
}

std::optional<SentenceAround> disclosed_sentence(const StreamedText& text, const Stretch& name) {
  if (lies_in(text.veiled, name) || lies_in(text.quoted, name)) return std::nullopt;
  return sentence_around(text, name);
}

}  // namespace rialto::text
