#include "web/picture_files.h"

#include "picture/folder.h"
#include "picture/remake.h"

namespace rialto::web {

namespace {

constexpr std::string_view kPictures = "/picture/";

}  // namespace

std::string picture_address(std::string_view key) {
  return std::string(kPictures) + std::string(key);
}

std::optional<text::PictureFiles> picture_files(const std::vector<talk::Picture>& pictures, std::string_view address) {
  for (const auto& picture : pictures) {
    if (picture_address(picture.key) != address) continue;
    const auto full_width = static_cast<int>(picture.width), full_height = static_cast<int>(picture.height);
    text::PictureFiles files;
    for (const int width : picture::widths_of(full_width))
      files.sizes.push_back({.address = std::string(kPictures) + picture::file_name(picture.key, width),
                             .width = width,
                             .height = picture::height_at(width, full_width, full_height)});
    return files;
  }
  return std::nullopt;
}

}  // namespace rialto::web
