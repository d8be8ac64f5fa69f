#include "keep/orphans.h"

#include <algorithm>
#include <array>

namespace rialto::keep {

namespace {

constexpr std::array<std::string_view, 9> kOwn = {"rialto.db",        "rialto.db-wal", "rialto.db-shm",
                                                  "rialto.lock",      "moving.lock",   "moved-to",
                                                  "sample-admin.txt", "pictures",      "names.lexicon"};

bool is_needed(const std::string& name) {
  return std::find(kOwn.begin(), kOwn.end(), name) != kOwn.end() || name.starts_with("rialto.db.before-restore") ||
         name.starts_with("rialto.db.before-move");
}

}  // namespace

std::vector<std::string> orphans_in(const std::filesystem::path& folder) {
  std::vector<std::string> orphans;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (!is_needed(entry.path().filename().string())) orphans.push_back(entry.path().string());
  std::sort(orphans.begin(), orphans.end());
  return orphans;
}

}  // namespace rialto::keep
