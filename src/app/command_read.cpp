// rialto read: what is understood of saved pages.
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <memory>

#include "app/commands.h"
#include "app/read.h"

namespace rialto::app {

void add_read(CLI::App& app) {
  auto* command =
      app.add_subcommand("read", "Print what is understood of saved pages, as JSON lines; no database is touched");
  const auto options = std::make_shared<ReadOptions>();
  command->add_option("files", options->files, "Saved board pages and reviews, text or HTML; - is standard input")
      ->required();
  command->add_option("--film", options->film, "The film that the pages are about, for instance \"Heat (1995)\"");
  command->add_option("--shelf", options->shelf, "Known films as JSON lines, instead of the starter shelf");
  command->footer(
      "Examples:\n  rialto read thread.txt review.html\n  curl -s https://example.org/thread | rialto read -\n  rialto "
      "read --film \"Heat (1995)\" saved/*.html");
  command->callback([options] {
    if (const int code = run_read(*options, std::cout, std::cerr)) std::exit(code);
  });
}

}  // namespace rialto::app
