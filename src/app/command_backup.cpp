// rialto backup, rialto restore: a whole site in one file, and back.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/folder_lock.h"
#include "app/place.h"
#include "app/progress_line.h"
#include "db/postgres.h"
#include "keep/backup.h"
#include "keep/restore.h"

namespace rialto::app {

namespace {

constexpr const char* kBackupExamples = R"(Examples:
  rialto backup films-monday.rialto
  rialto backup --data /srv/films /backups/films.rialto --replace
  rialto backup --database postgresql://rialto@db.example/rialto films.rialto
  rialto backup films-tuesday.rialto --since films-monday.rialto                   only what changed
  rialto backup films-wednesday.rialto --since films-monday.rialto --since films-tuesday.rialto
The site may be open, and people may write meanwhile: the file holds one moment. It is a SQLite database, whichever
database the site uses, with the pictures of its texts. It holds everything, passwords' digests and mail addresses too:
keep it as you keep the site. A site in PostgreSQL has its pictures in --data.)";

constexpr const char* kRestoreExamples = R"(Examples:
  rialto restore films-monday.rialto --data /srv/films
  rialto restore films-monday.rialto --data /srv/films --replace        where a site is already
  rialto restore films-monday.rialto --database postgresql://rialto@db.example/new
  rialto restore films-monday.rialto films-tuesday.rialto --data /srv/films            with what changed since
The site must be closed. What was in the folder stays beside it under another name.)";

struct Options {
  Place place;
  std::vector<std::filesystem::path> files;
  std::vector<std::filesystem::path> since;
  bool replace = false;
};

keep::OnProgress told_on(ProgressLine& line) {
  return [&line](const keep::Progress& progress) {
    line.tell(progress.doing + ", " + std::to_string(static_cast<int>(progress.share * 100)) + " %");
  };
}

void run_backup(const Options& options) {
  const auto site = present_database_at(options.place);
  const auto& file = options.files.front();
  if (!options.replace && std::filesystem::exists(file))
    throw CommandFailed("There is a file " + file.string() + " already. Name another, or say --replace.");
  ProgressLine line;
  const auto pictures = pictures_at(options.place);
  const auto bytes = options.since.empty() ? keep::back_up(site, pictures, file, told_on(line))
                                           : keep::back_up_since(options.since, site, pictures, file, told_on(line));
  line.end();
  std::cout << (options.since.empty() ? "The site is in " : "What changed in the site is in ") << file.string() << ": " << grouped(static_cast<std::int64_t>(bytes)) << " bytes.\n";
}

void refuse_to_overwrite(const Options& options, const std::string& site) {
  if (options.replace || is_postgres(site) || !std::filesystem::exists(site)) return;
  throw CommandFailed("There is a site in " + options.place.data +
                      " already. Choose another folder with --data, or say --replace; what is there now is kept beside it.");
}

void run_restore(const Options& options) {
  const auto site = database_at(options.place);
  refuse_to_overwrite(options, site);
  std::optional<FolderLock> lock;
  if (!is_postgres(site)) lock.emplace(options.place.data);
  ProgressLine line;
  const auto before = keep::restore(options.files, site, pictures_at(options.place), told_on(line));
  line.end();
  std::cout << "The site of " << options.files.back().string() << " is in " << (is_postgres(site) ? "the database" : options.place.data) << ".\n";
  if (!before.empty()) std::cout << "What was there before is in " << before << ".\n";
}

}  // namespace

void add_backup(CLI::App& app) {
  auto* const command = app.add_subcommand("backup", "Copy the whole site into one file, while it is open");
  const auto options = std::make_shared<Options>();
  add_place_options(*command, options->place);
  command->add_option("file", options->files, "The file to write")->required()->expected(1);
  command->add_option("--since", options->since, "Keep only what changed since this whole backup; increments upon it may follow, each with --since")
      ->type_name("FILE");
  command->add_flag("--replace", options->replace, "Write over a file that is there, once the new one is whole");
  command->footer(kBackupExamples);
  command->callback([options] { run_backup(*options); });
}

void add_restore(CLI::App& app) {
  auto* const command = app.add_subcommand("restore", "Bring a backup back as a site");
  const auto options = std::make_shared<Options>();
  add_place_options(*command, options->place);
  command->add_option("files", options->files, "A file that rialto backup wrote, and the increments upon it in their order")->required();
  command->add_flag("--replace", options->replace, "Also where a site is already, which is kept under another name");
  command->footer(kRestoreExamples);
  command->callback([options] { run_restore(*options); });
}

}  // namespace rialto::app
