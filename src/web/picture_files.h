// Where the files of pictures are served.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "talk/picture.h"
#include "text/markup.h"

namespace rialto::web {

// "/picture/KEY": what a text says.
std::string picture_address(std::string_view key);

// The files of one of `pictures`; nothing if the address names none of them.
std::optional<text::PictureFiles> picture_files(const std::vector<talk::Picture>& pictures, std::string_view address);

}  // namespace rialto::web
