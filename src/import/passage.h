// The paragraphs of a post or review between the page and the record: what both the text and the HTML readers produce,
// and what signatures, quotes and edit marks are found in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/edtf.h"

namespace rialto::imports {

struct Passage {
  enum class Kind { Paragraph, Quote, Heading, Picture, Signature, Rule };

  Kind kind = Kind::Paragraph;
  std::string markdown;
  std::string plain;                     // the same words without markup, lines kept
  int gap = 1;                           // empty lines before it, where the page is text
  int level = 0;                         // of a heading: 1 to 6
  std::optional<std::string> author;     // of a quote: whom the page names
  std::optional<std::string> source_id;  // of a quote: the page's id of the post it is from
  std::optional<std::string> alt, src;   // of a picture
};

using Passages = std::vector<Passage>;

// A post as a reader found it, before quotes are tied and signatures are told apart.
struct FoundPost {
  std::optional<std::string> author;
  std::optional<Edtf> date;
  std::optional<std::string> id;         // the page's own
  std::optional<std::string> parent_id;  // the page's own id of the post that this one replies to
  std::optional<std::string> reply_to;   // the name of the member that this post says it replies to
  std::optional<int> depth;              // of nesting, from 0
  std::optional<int> number;             // "#12"
  bool deleted = false;
  bool edited = false;
  std::optional<Edtf> edit_date;
  Passages body;
};

}  // namespace rialto::imports
