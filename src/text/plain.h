// Markdown as plain text: for search, excerpts, feeds and mail. What a spoiler hides is never in it unless asked for.
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

// The beginning of the text on one line, at most `limit` code points with the "…" that says it was cut; cut where a
// line could be broken, also in languages without blanks. Quotes are left out unless there is nothing else.
std::string excerpt(std::string_view markdown, std::size_t limit, const WordMask* mask = nullptr);

// Plain text cut in the same way; it may hold line breaks.
std::string cut_at_word(std::string_view text, std::size_t limit);

}  // namespace rialto::text
