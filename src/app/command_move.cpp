// rialto move-to: an open site from its folder to PostgreSQL, or back.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include "app/commands.h"
#include "app/folder_lock.h"
#include "app/place.h"
#include "app/progress_line.h"
#include "db/postgres.h"
#include "keep/move.h"

namespace rialto::app {

namespace {

constexpr const char* kExamples = R"(Examples:
  rialto move-to postgresql://rialto@db.example/rialto --data /srv/films      from the folder's file to PostgreSQL
  rialto move-to /srv/films                                                   and back into the folder
The site may be open: people read and write meanwhile, and wait a moment at the end. rialto serve goes over by itself, and commands
that name this folder find the new place. Every row is compared. What is cut off leaves the site where it was; say it again then.
Pictures stay in the folder, whichever database the site uses.)";

struct Options {
  Place place;
  std::string to;
};

// A folder that is named stands for the site in it as well.
Place place_of(const Options& options) {
  Place place = options.place;
  if (!is_postgres(options.to)) place.data = options.to;
  return place;
}

std::string target_of(const Options& options, const Place& place) {
  if (is_postgres(options.to)) return options.to;
  return (std::filesystem::path(place.data) / "rialto.db").string();
}

void tell(const keep::Moved& moved, const std::string& to) {
  std::cout << "The site lives in " << (is_postgres(to) ? "PostgreSQL" : to) << " now: " << grouped(moved.copied) << " rows were copied, "
            << grouped(moved.caught_up) << " that changed meanwhile came after, and all were compared.\n"
            << "Nobody could write for " << moved.pause.count() << " ms.\n";
  if (!moved.before.empty()) std::cout << "The database that was there before is in " << moved.before << ".\n";
}

void run_move(const Options& options) {
  const auto place = place_of(options);
  const auto from = present_database_at(place);
  const auto to = target_of(options, place);
  if (is_postgres(from) == is_postgres(to))
    throw CommandFailed(is_postgres(to) ? "The site is in PostgreSQL already. From there it moves into a folder: rialto move-to FOLDER."
                                        : "The site is in this folder already. From here it moves to postgresql://….");
  const FolderLock lock(place.data, FolderLock::Purpose::Moving);
  ProgressLine line;
  const auto moved = keep::move_site(from, to, [&line](const keep::Progress& progress) {
    line.tell(progress.doing + ", " + std::to_string(static_cast<int>(progress.share * 100)) + " %");
  });
  note_move(place, is_postgres(to) ? to : "");
  line.end();
  tell(moved, to);
}

}  // namespace

void add_move_to(CLI::App& app) {
  auto* const command = app.add_subcommand("move-to", "Move the site to PostgreSQL, or back into a folder, while it is open");
  const auto options = std::make_shared<Options>();
  add_place_options(*command, options->place);
  command->add_option("to", options->to, "postgresql://…, or the data folder")->required();
  command->footer(kExamples);
  command->callback([options] { run_move(*options); });
}

}  // namespace rialto::app
