// Markdown as plain text. What a spoiler hides is never in it unless asked for. What others are told of a text: disclose.h.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/markup.h"

namespace rialto::text {

enum class Spoilers { LeftOut, Kept };  // left out: "[spoiler]" stands instead
enum class Quotes { Kept, LeftOut };

struct PlainOptions {
  std::size_t input_limit = kReviewLimit;  // bytes of Markdown
  std::size_t output_limit = 1U << 20;     // about how many bytes of text
  Spoilers spoilers = Spoilers::LeftOut;
  Quotes quotes = Quotes::Kept;
  const WordMask* mask = nullptr;
};

// Paragraphs with an empty line between them, items of lists on lines of their own after "- ", addresses of links left
// out. Without blanks at its ends.
std::string plain_text(std::string_view markdown, const PlainOptions& options = {});

// At most `limit` code points of plain text with the "…" that says it was cut; cut where a line could be broken, also in
// languages without blanks. It may hold line breaks.
std::string cut_at_word(std::string_view text, std::size_t limit);

}  // namespace rialto::text
