// The program's table of contents: its commands, in the order of its help.
#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "app/commands.h"

namespace {

constexpr int kMisused = 2;  // exit code for a command line that isn't understood; 1 is for what failed

constexpr const char* kExamples = R"(Examples:
  rialto serve                                open the site in ./data at http://127.0.0.1:8080
  rialto read page.html                       see what is understood of a saved page
  rialto import --data /srv/films *.html      bring saved pages in
  rialto backup monday.rialto                 copy the open site into one file
  rialto import --help                        what a command takes, with examples)";

}  // namespace

int main(int argc, char** argv) {
  using namespace rialto::app;
  umask(077);  // what Rialto writes is for nobody but its own user
  CLI::App app{"Rialto: a home for film talk, in one program and one data folder.", "rialto"};
  app.require_subcommand(1);
  app.footer(kExamples);
  app.get_formatter()->column_width(36);
  add_serve(app);
  add_catalogue(app);
  add_member(app);
  add_read(app);
  add_import(app);
  add_sample(app);
  add_scenes(app);
  add_link(app);
  add_backup(app);
  add_restore(app);
  add_move_to(app);
  add_doctor(app);
  try {
    app.parse(argc, argv);
    return 0;
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kMisused;
  } catch (const std::exception& error) {
    std::cerr << "rialto: " << error.what() << "\n";
    return 1;
  }
}
