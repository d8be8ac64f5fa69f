// Pictures of any origin: what is taken comes out whole, small enough, and as WebP without what the file told besides.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "picture/remake.h"

using namespace rialto::picture;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const Sheet& sheet) {
  require(sheet.width >= 1 && sheet.width <= kWidths[2] && sheet.height >= 1 && sheet.height <= 2 * kWidths[2]);
  const std::string_view webp = sheet.webp;
  require(webp.starts_with("RIFF") && webp.substr(8, 4) == "WEBP");
  require(webp.find("XMP ") == std::string_view::npos && webp.find("ICCP") == std::string_view::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto outcome = remake({reinterpret_cast<const char*>(data), size});
  if (const auto* sheets = std::get_if<std::vector<Sheet>>(&outcome)) {
    require(!sheets->empty() && sheets->size() <= 3);
    for (const auto& sheet : *sheets) check(sheet);
  }
  return 0;
}
