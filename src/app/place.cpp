#include "app/place.h"

#include <CLI/CLI.hpp>
#include <system_error>

#include "app/commands.h"

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

std::string database_at(const Place& place) {
  std::error_code error;
  std::filesystem::create_directories(place.data, error);
  if (error)
    throw CommandFailed("The data folder " + place.data + " can't be made: " + error.message() +
                        ". Choose another with --data.");
  return place.database.empty() ? (std::filesystem::path(place.data) / "rialto.db").string() : place.database;
}

std::unique_ptr<Db> open_database(const Place& place) {
  return Db::open(database_at(place));
}

}  // namespace rialto::app
