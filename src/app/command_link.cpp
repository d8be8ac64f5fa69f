// rialto link: which films, people, characters and scenes texts name.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "app/commands.h"
#include "app/link_lines.h"
#include "app/place.h"
#include "film/names_known.h"

namespace rialto::app {

namespace {

constexpr const char* kHelp = R"(A line is a text as JSON:
  {"id": …, "text": "…", "context_film": {"title", "year", "imdb_id"}, "thread": …, "turn": …}
All but id and text may be left out. context_film is the film whose board or review the text stands in, and whose scenes
are found in it; lines with the
same thread are context for each other, in order of turn. For each line comes one back, in the same order:
  {"id": …, "mentions": [{"start", "end", "surface", "kind", "title", "year", "imdb_id", "score"}]}
start and end count Unicode code points. A mention without imdb_id is of a name that no catalogue has an id for.

Example:
  rialto link --jsonl --data mysite < texts.jsonl)";

struct Options {
  Place place;
  bool lines = false;
};

void run_link(const Options& options) {
  const auto db = open_database(options.place);
  film::NamesKnown names(lexicon_at(options.place));
  const auto linker = names.linker(*db);
  const auto scenes_of = [&](FilmId film) { return db->read([&](Tx& tx) { return film::SceneNames(tx, film); }); };
  link_lines(*linker, scenes_of, std::cin, std::cout, std::cerr);
}

}  // namespace

void add_link(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  auto* const command = app.add_subcommand("link", "Print which films, people, characters and scenes texts name");
  command->add_flag("--jsonl", options->lines, "Read texts from standard input, a line of JSON each")->required();
  add_place_options(*command, options->place);
  command->footer(kHelp);
  command->callback([options] { run_link(*options); });
}

}  // namespace rialto::app
