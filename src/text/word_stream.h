// The words of a Markdown text as one stream, in which names are looked for and found again: what a reader sees, with a
// line's end where a line ends, "*" around emphasis and an empty line between blocks. Whoever walks the same text
// (walk.h) counts the same bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/markup.h"
#include "text/walk.h"

namespace rialto::text {

// Where in the stream a walk is; writes the stream too, if it is told where.
class WordStream {
 public:
  explicit WordStream(std::string* into = nullptr) : into_(into) {}

  std::size_t at() const { return at_; }
  void words(std::string_view words) { put(words); }
  void line_break() { put("\n"); }
  void block() { put("\n\n"); }
  void span(Span span) {
    if (span == Span::Emphasis || span == Span::Strong) put("*");
  }

 private:
  void put(std::string_view text) {
    at_ += text.size();
    if (into_) into_->append(text);
  }

  std::string* into_;
  std::size_t at_ = 0;
};

// A stretch of the stream, bytes.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct StreamedText {
  std::string words;
  std::vector<Stretch> veiled;  // within spoilers
  std::vector<Stretch> quoted;  // within quotes: said elsewhere already
  std::vector<Stretch> linked;  // within links and code: what stands there is no name to link
};

StreamedText streamed(std::string_view markdown, std::size_t input_limit = kPostLimit);

bool lies_in(const std::vector<Stretch>& stretches, const Stretch& one);

// The sentence around a stretch on one line, at most about `most` bytes, what spoilers hide left out as "…". Where the
// stretch lies within it: `name`.
struct SentenceAround {
  std::string words;
  Stretch name;
};
SentenceAround sentence_around(const StreamedText& text, const Stretch& name, std::size_t most = 240);

}  // namespace rialto::text
