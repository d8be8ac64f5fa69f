// Files in a data folder that nothing needs: left behind by a command that was killed, or put there by someone.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace rialto::keep {

// Their paths, in order. Databases that a restore kept are not among them.
std::vector<std::string> orphans_in(const std::filesystem::path& folder);

}  // namespace rialto::keep
