#include "web/assets.h"

#include <stdexcept>
#include <string>

namespace rialto::web {

const Asset* find_asset(std::string_view path) {
  for (const auto& asset : all_assets())
    if (asset.path == path) return &asset;
  return nullptr;
}

std::string_view asset_path(std::string_view name) {
  for (const auto& asset : all_assets())
    if (asset.name == name) return asset.path;
  throw std::logic_error("assets: there is no asset named " + std::string(name));
}

}  // namespace rialto::web
