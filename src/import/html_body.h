// A part of an HTML page → passages in Markdown.
#pragma once

#include <string_view>
#include <unordered_set>

#include "import/dom.h"
#include "import/passage.h"

namespace rialto::imports {

enum class Pictures { Leave, Keep };

struct BodyReading {
  std::unordered_set<NodeIndex> skip;  // signatures, nested posts, what is no text
  Pictures pictures = Pictures::Leave;
};

// The passages within a node: paragraphs, headings, quotes with whom they name, lists, spoilers as >!…!<, links to http
// only. Scripts, forms, navigation and what is hidden are left out.
Passages html_passages(const Document& document, NodeIndex root, const BodyReading& reading);

// The page as a browser would copy it: one line a block, empty lines between paragraphs.
std::string plain_page(const Document& document);

// The id in "post123", "#p123", "viewtopic.php?p=1#p123", "post: 123": the last run of digits; else the whole.
std::string id_in(std::string_view text);

}  // namespace rialto::imports
