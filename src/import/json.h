// Records as JSON, one object a line; the shape is described in docs/IMPORT.md.
#pragma once

#include <string>

#include "import/record.h"

namespace rialto::imports {

// One line without its ending.
std::string json_line(const PageRecord& record);

}  // namespace rialto::imports
