// rialto import: saved pages become threads and reviews.
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/place.h"
#include "app/saved_pages.h"
#include "base/strings.h"
#include "import/json_reader.h"
#include "import/runner.h"
#include "import/understand.h"
#include "talk/board.h"

namespace rialto::app {

namespace {

constexpr const char* kExamples = R"END(Examples:
  rialto import saved/page.txt saved/page.html
  rialto import --dry-run thread.html              says what would be done
  rialto import --film "Heat (1995)" thread.html
  rialto import --board lobby offtopic.html        onto a general board
  rialto import pages.jsonl                        records, as rialto read prints them
Importing again changes nothing. A page whose film is in doubt waits at /admin/doubts for a moderator.)END";

struct Options {
  Place place;
  std::vector<std::string> files;
  std::string film, board, shelf;
  bool dry_run = false;
};

// How many records came to each end.
struct Tally {
  std::map<imports::Ending, int> of;
  int not_understood = 0;
};

imports::FilmCandidate chosen_film(Db& db, const std::string& text) {
  const auto found = db.read([&](Tx& tx) { return imports::look_up_chosen(tx, text); });
  if (found.film) return *found.film;
  std::string words = "--film " + text + ": " + found.why + ".";
  for (const auto& one : found.candidates) words += "\n  --film " + one.slug + "   " + imports::full_title(one);
  throw CommandFailed(words);
}

imports::Wish wish_of(Db& db, const Options& options) {
  imports::Wish wish;
  if (!options.film.empty()) wish.film = chosen_film(db, options.film);
  if (options.board.empty()) return wish;
  const auto board = db.read([&](Tx& tx) { return talk::find_general_board(tx, options.board); });
  if (!board) throw CommandFailed("There is no general board at /board/" + options.board + ".");
  wish.board = board->id;
  wish.board_title = board->title;
  return wish;
}

class Import {
 public:
  Import(Db& db, const Options& options)
      : db_(db),
        films_(known_films(options.shelf, std::cerr)),
        wish_(wish_of(db, options)),
        dry_(options.dry_run ? imports::Dry::Yes : imports::Dry::No) {}

  void take_file(const std::string& file) {
    const auto name = file == "-" ? "standard input" : std::filesystem::path(file).filename().string();
    const auto bytes = bytes_of(file);
    if (!bytes) return fail(file, "can't be opened");
    if (!imports::holds_records(*bytes)) return take(imports::understand(*bytes, films_), file, name);
    int number = 0;
    for (const auto line : lines_of(*bytes)) {
      ++number;
      if (trimmed(line).empty()) continue;
      take(imports::record_from_json(line), file + ":" + std::to_string(number), name);
    }
  }

  const Tally& tally() const { return tally_; }
  imports::Dry dry() const { return dry_; }

 private:
  void take(const Result<imports::PageRecord>& record, const std::string& label, const std::string& name) {
    if (!record) return fail(label, record.error().message);
    const auto outcome = imports::import_record(db_, *record, name, wish_, dry_);
    ++tally_.of[outcome.ending];
    std::cout << label << ": " << imports::sentence_of(outcome, dry_) << std::endl;
  }

  void fail(const std::string& label, const std::string& why) {
    ++tally_.not_understood;
    std::cout << label << ": not understood: " << why << std::endl;
  }

  Db& db_;
  imports::FilmGuesser films_;
  imports::Wish wish_;
  imports::Dry dry_;
  Tally tally_;
};

std::string summary_of(const Tally& tally, imports::Dry dry) {
  using imports::Ending;
  std::vector<std::string> pieces;
  const auto say = [&](int count, const std::string& one, const std::string& many) {
    if (count) pieces.push_back(std::to_string(count) + " " + (count == 1 ? one : many));
  };
  const auto count = [&](Ending ending) { return tally.of.contains(ending) ? tally.of.at(ending) : 0; };
  say(count(Ending::Thread), "thread", "threads");
  say(count(Ending::Review), "review", "reviews");
  say(count(Ending::Known), "known already", "known already");
  say(count(Ending::Waits), "waits at /admin/doubts", "wait at /admin/doubts");
  say(count(Ending::LeftOut), "left out", "left out");
  say(tally.not_understood, "not understood", "not understood");
  return joined(pieces, ", ") + (dry == imports::Dry::Yes ? "; nothing was written" : "");
}

int run_import(const Options& options) {
  const auto db = open_database(options.place);
  Import import(*db, options);
  for (const auto& file : options.files) import.take_file(file);
  std::cout << "Together: " << summary_of(import.tally(), import.dry()) << ".\n";
  return import.tally().not_understood ? 1 : 0;
}

}  // namespace

void add_import(CLI::App& app) {
  auto* const command = app.add_subcommand("import", "Turn saved pages into threads and reviews");
  const auto options = std::make_shared<Options>();
  add_place_options(*command, options->place);
  command
      ->add_option("files", options->files, "Saved pages (text, HTML), or records as rialto read prints; - reads stdin")
      ->required();
  command->add_option("--film", options->film, "The film that they are about: \"Heat (1995)\" or heat-1995");
  command->add_option("--board", options->board, "Put threads on this general board: its slug");
  command->add_option("--shelf", options->shelf, "Known films as JSON lines, instead of the starter shelf");
  command->add_flag("--dry-run", options->dry_run, "Say what would be done, and write nothing");
  command->footer(kExamples);
  command->callback([options] {
    if (const int code = run_import(*options)) std::exit(code);
  });
}

}  // namespace rialto::app
