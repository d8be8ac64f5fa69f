// The parser's events as a renderer wants them: properly nested whatever the text is, spoilers and quote sources
// found, addresses decoded and checked, depth bounded.
#pragma once

#include <string_view>

#include "text/source.h"

namespace rialto::text {

enum class Block { Paragraph, Heading, Quote, Veil, Bullets, Numbers, Item, Code, Rule };
enum class Span { Emphasis, Strong, Deleted, Code, Link, Film, Picture };

struct BlockFacts {
  unsigned number = 0;      // Heading: its level, 1 to 6; Numbers: the first number
  std::string_view source;  // Quote: the short id of the post that it is from, or empty
  std::string_view title;   // Veil: its title or label, or empty
};

// Every open is followed by its close, in the order of nesting; spans and veils stand only within paragraphs,
// headings and items. Views live as long as the call. Words are not escaped.
class Sink {
 public:
  virtual ~Sink() = default;

  virtual void open_block(Block block, const BlockFacts& facts) = 0;
  virtual void close_block(Block block) = 0;

  // False: the span is not understood (an unknown film or picture), it stands as its words, and is not closed. `address`
  // is that of a Link or Picture, allowed by is_allowed_address, or the name of a Film. Links, films and pictures never
  // stand within each other; the words within a picture say what is to be seen.
  virtual bool open_span(Span span, std::string_view address) = 0;
  virtual void close_span(Span span) = 0;

  // An inline spoiler, and what it is of as its author wrote it (text/spoiler_label.h), or empty. They do not nest, and
  // never stand within a link, but a link may stand within one.
  virtual void open_veil(std::string_view label) = 0;
  virtual void close_veil() = 0;

  virtual void words(std::string_view words) = 0;
  virtual void code(std::string_view words) = 0;  // within Block::Code or Span::Code
  virtual void line_break() = 0;

  // True ends the walk: all that is open is closed, the rest is left out.
  virtual bool is_full() const { return false; }
};

enum class Walked { Whole, CutShort };
Walked walk(const Source& source, Sink& sink);

}  // namespace rialto::text
