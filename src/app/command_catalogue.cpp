// rialto catalogue: films and people, in bulk.
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/place.h"
#include "app/progress_line.h"
#include "base/strings.h"
#include "film/catalogue_import.h"
#include "film/film.h"
#include "film/person.h"

namespace rialto::app {

namespace {

constexpr const char* kExamples = R"(Examples:
  rialto catalogue import shelf/films.jsonl
  rialto catalogue import title.basics.tsv.gz name.basics.tsv.gz title.principals.tsv.gz title.crew.tsv.gz
  rialto catalogue import --types movie,tvMovie title.basics.tsv.gz title.ratings.tsv.gz
  rialto catalogue import all_movies.csv.bz2 all_people.csv.bz2 movie_links.csv.bz2 job_names.csv.bz2 all_casts.csv.bz2
  rialto catalogue count

Files may be packed (gz, bz2, xz, zst). Several are read in the order in which they need one another. What members have
edited by hand stays as it is. Running it again changes nothing.)";

struct Options {
  Place place;
  film::CatalogueImport import;
  std::string types;
};

using Shared = std::shared_ptr<Options>;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

// How fast a file is read, and how long it still takes.
class Pace {
 public:
  std::string line_for(const film::CatalogueProgress& progress) {
    if (progress.file != file_) {
      file_ = progress.file;
      start_ = Clock::now();
    }
    const auto elapsed = seconds_since(start_);
    const auto rate = elapsed > 0 ? static_cast<double>(progress.records) / elapsed : 0;
    std::string line = std::string(progress.shape) + ": " + grouped(progress.records) + " read, " +
                       grouped(static_cast<std::int64_t>(rate)) + " a second";
    if (progress.share > 0.01 && elapsed > 1)
      line += ", about " + grouped(static_cast<std::int64_t>(elapsed / progress.share - elapsed) + 1) + " s left";
    return line;
  }

 private:
  std::string file_;
  Clock::time_point start_{};
};

void print_count(const char* what, const film::CatalogueCount& count) {
  if (count.all() == 0) return;
  std::cout << what << ": " << grouped(count.fresh) << " new, " << grouped(count.changed) << " changed, "
            << grouped(count.unchanged) << " unchanged\n";
  for (const auto& [why, times] : count.skipped) std::cout << "  skipped " << grouped(times) << ": " << why << "\n";
}

void run_import(const Options& options) {
  auto import = options.import;
  if (!options.types.empty()) {
    import.title_types.clear();
    for (const auto type : split(options.types, ',')) import.title_types.emplace_back(trimmed(type));
  }
  const auto db = open_database(options.place);
  ProgressLine line;
  Pace pace;
  import.on_progress = [&](const film::CatalogueProgress& progress) { line.tell(pace.line_for(progress)); };
  const auto start = Clock::now();
  const auto report = film::import_catalogue(*db, import);
  line.end();
  if (!report) throw CommandFailed(report.error().message);
  print_count("Films", report->films);
  print_count("People", report->people);
  for (const auto& note : report->notes) std::cout << note << "\n";
  std::printf("Done in %.1f s.\n", seconds_since(start));
}

void run_count(const Options& options) {
  const auto db = open_database(options.place);
  db->read([](Tx& tx) {
    std::cout << grouped(film::count_films(tx)) << " films, " << grouped(film::count_people(tx)) << " people\n";
  });
}

}  // namespace

void add_catalogue(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  auto* const catalogue = app.add_subcommand("catalogue", "Films and people: read whole catalogues");
  catalogue->require_subcommand(1);
  catalogue->footer(kExamples);
  auto* const import = catalogue->add_subcommand(
      "import", "Read IMDb's datasets, omdb.org's CSV files, or JSON lines; again whenever you like");
  import->footer(kExamples);
  add_place_options(*import, options->place);
  import->add_option("files", options->import.files, "The files, plain or packed")->required();
  import->add_option("--source", options->import.source, "What to call this catalogue (imdb, omdb, or the file's name)");
  import->add_option("--types", options->types, "IMDb's title types that are films here (movie,tvMovie,…)");
  import->callback([options] { run_import(*options); });
  auto* const count = catalogue->add_subcommand("count", "How many films and people there are");
  add_place_options(*count, options->place);
  count->callback([options] { run_count(*options); });
}

}  // namespace rialto::app
