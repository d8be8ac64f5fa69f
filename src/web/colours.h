// The colours of the pages as the stylesheet has them, and how well one is read on another.
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

// WCAG 2.1, 1.4.3: from 1 to 21. Both are "#rrggbb".
double contrast_of(std::string_view one, std::string_view other);

// "15.3:1"
std::string spoken_contrast(double contrast);

}  // namespace rialto::web
