#include "app/place.h"

#include <CLI/CLI.hpp>
#include <system_error>

#include "app/commands.h"
#include "db/postgres.h"

namespace rialto::app {

void add_place_options(CLI::App& command, Place& place) {
  command.add_option("--data", place.data, "The data folder")
      ->envname("RIALTO_DATA")
      ->type_name("FOLDER")
      ->capture_default_str();
  command.add_option("--database", place.database, "A PostgreSQL database instead of the file in the data folder")
      ->envname("RIALTO_DATABASE")
      ->type_name("postgresql://…");
}

namespace {

constexpr std::chrono::seconds kPatienceOfVisitors{8};

std::string database_file(const Place& place) {
  return place.database.empty() ? (std::filesystem::path(place.data) / "rialto.db").string() : place.database;
}

}  // namespace

std::string database_at(const Place& place) {
  std::error_code error;
  std::filesystem::create_directories(place.data, error);
  if (error)
    throw CommandFailed("The data folder " + place.data + " can't be made: " + error.message() +
                        ". Choose another with --data.");
  return database_file(place);
}

std::string present_database_at(const Place& place) {
  const auto at = database_file(place);
  if (!is_postgres(at) && !std::filesystem::exists(at))
    throw CommandFailed("There is no site in " + place.data + ". Name its folder with --data.");
  return at;
}

std::string lexicon_at(const Place& place) { return (std::filesystem::path(place.data) / "names.lexicon").string(); }

std::unique_ptr<Db> open_database(const Place& place) {
  return Db::open(database_at(place));
}

picture::Folder pictures_at(const Place& place) {
  return picture::Folder(std::filesystem::path(place.data) / "pictures");
}

std::unique_ptr<Db> open_for_visitors(const Place& place) {
  const auto at = database_at(place);
  return is_postgres(at) ? open_postgres(at, kPatienceOfVisitors) : Db::open(at);
}

}  // namespace rialto::app
