// What of a text leaves the house. Where a reader decides for themselves (a page: text/markup.h) it leaves behind veils. Every
// other exit takes what is made here and nothing else: excerpts and lists, the sentences that name a film elsewhere,
// descriptions and preview cards, search, feeds, mail, what others are given. What a spoiler hides is not in it, and where a
// mark lies on the whole, of the text or of its thread, nothing is.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "text/word_stream.h"

namespace rialto::text {

class WordMask;

// Markdown of which only what may be told is left when it is put into words.
class Disclosed {
 public:
  std::string_view markdown() const { return markdown_; }

 private:
  friend Disclosed disclosed(std::string_view markdown, std::initializer_list<std::string_view> marks);
  explicit Disclosed(std::string markdown) : markdown_(std::move(markdown)) {}

  std::string markdown_;
};

// `marks`: what is said of the text as a whole besides what it says itself (a thread's label); "" says nothing.
Disclosed disclosed(std::string_view markdown, std::initializer_list<std::string_view> marks = {});

// The beginning of the text on one line, at most `limit` code points with the "…" that says it was cut; cut where a
// line could be broken, also in languages without blanks. Quotes are left out unless there is nothing else.
std::string excerpt(const Disclosed& text, std::size_t limit, const WordMask* mask = nullptr);

// The sentence around a name; nothing where it stands within a spoiler, or in words that are only quoted.
std::optional<SentenceAround> disclosed_sentence(const StreamedText& text, const Stretch& name);

}  // namespace rialto::text
