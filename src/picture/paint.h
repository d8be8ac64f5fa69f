// Drawings of our own as pictures, for those who show no SVG.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rialto::picture {

// The PNG of an SVG, so wide and high in pixels; about 50 ms for a million of them. The SVG is ours: nothing that came
// from outside stands in it but words. Nothing: others are painted, it is to be asked for again. Throws
// std::runtime_error if it is no SVG.
std::optional<std::string> paint(std::string_view svg, int width, int height);

}  // namespace rialto::picture
