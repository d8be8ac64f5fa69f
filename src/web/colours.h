// The colours of the pages as the stylesheet has them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rialto::web {

enum class Light { Night, Day };

struct Colour {
  std::string name;   // "lamp": the stylesheet's --lamp
  std::string value;  // "#f0b35a"
};

// In the order of the stylesheet; those that are whole colours ("#rrggbb").
std::vector<Colour> colours_of(std::string_view stylesheet, Light light);

// "" if there is none of this name.
std::string colour_named(const std::vector<Colour>& colours, std::string_view name);

// "15.3:1", of base/contrast.h
std::string spoken_contrast(double contrast);

}  // namespace rialto::web
