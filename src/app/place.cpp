#include "app/place.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <system_error>

#include "app/commands.h"
#include "db/postgres.h"
#include "keep/change_log.h"
#include "keep/file_place.h"

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

std::filesystem::path note_in(const Place& place) {
  return std::filesystem::path(place.data) / "moved-to";
}

std::string database_file(const Place& place) {
  if (!place.database.empty()) return place.database;
  if (const auto noted = noted_move(place); noted && is_postgres(*noted)) return *noted;
  return (std::filesystem::path(place.data) / "rialto.db").string();
}

std::unique_ptr<Db> unless_moved(std::unique_ptr<Db> db, const Place& place) {
  if (db->read(keep::is_shut))
    throw CommandFailed("The site that was in " + (place.database.empty() ? place.data : "this database") +
                        " has moved, and lives elsewhere now. Name its new place with --data or --database.");
  return db;
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
  return unless_moved(Db::open(database_at(place)), place);
}

std::optional<std::string> noted_move(const Place& place) {
  std::ifstream note(note_in(place));
  if (!note) return std::nullopt;
  std::string database;
  std::getline(note, database);
  return database;
}

void note_move(const Place& place, const std::string& database) {
  const auto note = note_in(place);
  const auto part = keep::unfinished(note);
  if (!(std::ofstream(part) << database << "\n")) throw std::filesystem::filesystem_error("can't be written", part, {});
  keep::put_in_place(part, note);
}

picture::Folder pictures_at(const Place& place) {
  return picture::Folder(std::filesystem::path(place.data) / "pictures");
}

std::unique_ptr<Db> open_for_visitors(const Place& place) {
  const auto at = database_at(place);
  return unless_moved(is_postgres(at) ? open_postgres(at, kPatienceOfVisitors) : Db::open(at), place);
}

std::unique_ptr<Db> open_replica_for_visitors(const std::string& address) {
  return open_postgres_replica(address, kPatienceOfVisitors);
}

}  // namespace rialto::app
