// rialto scenes: scenes of films, brought in and taken out.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/place.h"
#include "base/strings.h"
#include "film/scene_file.h"
#include "talk/scene_talk.h"

namespace rialto::app {

namespace {

constexpr const char* kExamples = R"(Examples:
  rialto scenes import shelf/scenes.jsonl
  rialto scenes export > scenes.jsonl

A line is a film with its scenes:
  {"film": "Heat", "year": 1995, "imdb": "tt0113277", "scenes": [{"name": "The coffee shop", "names": ["diner scene"],
   "place": "minute 89", "spoils": "ending"}]}
All of a scene but its name may be left out. What members have edited stays as it is. Importing a file again changes
nothing.)";

struct Options {
  Place place;
  std::vector<std::string> files;
};

void import_file(Db& db, const std::string& path) {
  std::ifstream in(path);
  if (!in) throw CommandFailed(path + " can't be opened.");
  const auto source = std::filesystem::path(path).stem().string();
  const auto report = film::import_scenes(db, in, {.source = source, .on_changed = talk::scenes_changed});
  std::cout << path << ": scenes of " << report.films << " films added or changed, of " << report.as_before << " as they were\n";
  for (const auto& why : report.left_out) std::cout << "  left out, " << why << "\n";
}

void run_import(const Options& options) {
  const auto db = open_database(options.place);
  for (const auto& file : options.files) import_file(*db, file);
}

void run_export(const Options& options) {
  const auto db = open_database(options.place);
  film::export_scenes(*db, std::cout);
}

}  // namespace

void add_scenes(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  auto* const scenes = app.add_subcommand("scenes", "Scenes of films: bring them in, take them out");
  scenes->require_subcommand(1);
  scenes->footer(kExamples);
  auto* const import = scenes->add_subcommand("import", "Read scenes from files of JSON lines; again whenever you like");
  import->footer(kExamples);
  add_place_options(*import, options->place);
  import->add_option("files", options->files, "The files")->required();
  import->callback([options] { run_import(*options); });
  auto* const take_out = scenes->add_subcommand("export", "Print all scenes as JSON lines, which import reads");
  take_out->footer(kExamples);
  add_place_options(*take_out, options->place);
  take_out->callback([options] { run_export(*options); });
}

}  // namespace rialto::app
