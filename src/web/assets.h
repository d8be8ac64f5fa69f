// What the program carries of assets/: stylesheet, script, fonts, pictures. Names hold a hash of their content, so that
// they may be cached for good ("public, max-age=31536000, immutable").
#pragma once

#include <span>
#include <string_view>

namespace rialto::web {

struct Asset {
  std::string_view name;          // "rialto.css"
  std::string_view path;          // "/assets/rialto-3f2a91c04b.css"
  std::string_view type;          // "text/css; charset=utf-8"
  std::string_view plain;         // the bytes
  std::string_view brotli, gzip;  // the same compressed; empty where that doesn't pay (fonts)
};

std::span<const Asset> all_assets();

// The asset that is served at this path; nullptr if there is none.
const Asset* find_asset(std::string_view path);

// Where "rialto.css" is served. Throws std::logic_error for a name that no asset has: a bug in a page.
std::string_view asset_path(std::string_view name);

}  // namespace rialto::web
