// Pages saved as one file with all their parts (.mht, .mhtml, .eml): only the first HTML part is read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/edtf.h"

namespace rialto::imports {

struct HtmlPart {
  std::string bytes;
  std::string charset;
  std::optional<std::string> address;
  std::optional<Edtf> saved;
};

// Nothing if the bytes are no such file.
std::optional<HtmlPart> html_part_of_mhtml(std::string_view bytes);

}  // namespace rialto::imports
