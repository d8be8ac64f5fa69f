// A saved file → UTF-8 text or HTML. Foreign bytes come in here; nothing after this file sees an encoding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/edtf.h"
#include "base/result.h"

namespace rialto::imports {

struct Page {
  enum class Kind { Text, Html };

  Kind kind = Kind::Text;
  std::string text;                    // valid UTF-8, lines end in "\n", no control characters but tabs
  std::optional<std::string> address;  // where it was saved from, if the file says so
  std::optional<Edtf> saved;           // when, if the file or its address says so
};

// Reads text, HTML and MHTML ("single file") pages in any encoding that ICU knows: byte order mark, then what the page
// declares, then UTF-8, then detection, then Windows-1252. An error for empty, binary or enormous (over 64 MB) files.
Result<Page> open_page(std::string_view bytes);

// The bytes in UTF-8, repaired where they are broken. `declared` is the encoding's name, or empty.
std::string decoded(std::string_view bytes, std::string_view declared);

}  // namespace rialto::imports
