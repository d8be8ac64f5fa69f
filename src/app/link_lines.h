// Texts in as lines of JSON, what they name out as lines of JSON.
#pragma once

#include <functional>
#include <iosfwd>

#include "film/scene_names.h"
#include "text/link.h"

namespace rialto::app {

using ScenesOf = std::function<film::SceneNames(FilmId)>;

// Reads all lines, then writes one for each in the same order. A line that is not as it should be is told on `errors`
// with its number, and left out.
void link_lines(const text::Linker& linker, const ScenesOf& scenes_of, std::istream& in, std::ostream& out, std::ostream& errors);

}  // namespace rialto::app
