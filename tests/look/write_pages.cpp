// write_pages FOLDER: writes every page with made-up views there, by night and by day, for a moderator and for a visitor,
// with the assets, to look at in a browser or to be checked in one.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#include "look/samples.h"
#include "web/assets.h"

namespace {

namespace fs = std::filesystem;

void write(const fs::path& file, std::string_view text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

void write_all(const fs::path& folder) {
  using namespace rialto::web;
  for (const auto& asset : all_assets()) write(folder.string() + std::string(asset.path), asset.plain);
  for (const auto& [name, html] : samples::all_pages())
    for (const std::string light : {"night", "day"}) {
      const auto file = name + ".html";
      write(folder / light / file, samples::with_hole(html, samples::moderator(light)));
      write(folder / (light + "-visitor") / file, samples::with_hole(html, samples::visitor(light)));
    }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "write_pages FOLDER: the folder that the pages are written to is missing\n";
    return 2;
  }
  write_all(argv[1]);
}
