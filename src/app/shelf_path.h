// Where the starter shelf lies: the environment (RIALTO_SHELF), beside the program's sources, or where it was
// installed.
#pragma once

#include <string>

namespace rialto::app {

std::string shelf_path();

}  // namespace rialto::app
