// Refuses an include that goes up or sideways: check_layers CMakeLists.txt src
// Reads the rialto_layer(NAME USES …) lines, then every #include "layer/…" below src.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace fs = std::filesystem;
using Layers = std::map<std::string, std::set<std::string>>;

static Layers read_layers(const fs::path& cmake_file) {
  Layers layers;
  std::ifstream in(cmake_file);
  const std::regex row(R"(^rialto_layer\((\w+)\s*(?:USES\s+([\w ]+?))?\s*(?:PROGRAM \w+)?\)$)");
  for (std::string line; std::getline(in, line);) {
    std::smatch found;
    if (!std::regex_match(line, found, row)) continue;
    auto& uses = layers[found[1]];
    uses.insert(found[1]);
    std::istringstream words(found[2].str());
    for (std::string word; words >> word;) uses.insert(word);
  }
  return layers;
}

static int count_refused(const Layers& layers, const fs::path& file, const std::string& layer) {
  int refused = 0;
  const std::regex include(R"re(^\s*#\s*include\s*"(\w+)/.*)re");
  std::ifstream in(file);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    std::smatch found;
    if (!std::regex_match(line, found, include)) continue;
    if (layers.at(layer).contains(found[1])) continue;
    std::cerr << file.string() << ":" << number << ": " << layer << "/ may not include " << found[1]
              << "/ (see rialto_layer in CMakeLists.txt)\n";
    ++refused;
  }
  return refused;
}

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: check_layers CMakeLists.txt src\n";
    return 2;
  }
  const auto layers = read_layers(argv[1]);
  const fs::path source = argv[2];
  int refused = 0;
  for (const auto& entry : fs::recursive_directory_iterator(source)) {
    const auto ending = entry.path().extension();
    if (ending != ".cpp" && ending != ".h") continue;
    const auto layer = fs::relative(entry.path(), source).begin()->string();
    if (!layers.contains(layer)) {
      std::cerr << entry.path().string() << ": " << layer << "/ is not a layer\n";
      ++refused;
      continue;
    }
    refused += count_refused(layers, entry.path(), layer);
  }
  return refused == 0 ? 0 : 1;
}
