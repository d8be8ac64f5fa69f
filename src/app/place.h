// Where a site lives: its data folder, and its database, which is a file in it unless told otherwise.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "db/db.h"
#include "picture/folder.h"

namespace CLI {
class App;
}

namespace rialto::app {

struct Place {
  std::string data = "data";  // the folder
  std::string database;       // postgresql://…, or empty: DATA/rialto.db
};

// --data and --database; RIALTO_DATA and RIALTO_DATABASE say the same.
void add_place_options(CLI::App& command, Place& place);

// A site that moved leaves a note in its data folder, DATA/moved-to, of where it lives now; whoever names no database is led by
// it. note_move() makes it durable; "": the site is in its folder again. Throws filesystem_error.
void note_move(const Place& place, const std::string& database);
std::optional<std::string> noted_move(const Place& place);  // nothing: it never moved

// What Db::open takes. Makes the data folder if it isn't there; throws CommandFailed if that can't be.
std::string database_at(const Place& place);

// The file in which the names of the catalogue are kept (film/names_known.h).
std::string lexicon_at(const Place& place);

// Throws CommandFailed if the site that was there has moved elsewhere.
std::unique_ptr<Db> open_database(const Place& place);

// Where the files of its pictures lie, whichever database it has: DATA/pictures.
picture::Folder pictures_at(const Place& place);

// The same for visitors, who don't wait longer than a few seconds for a database that is silent.
std::unique_ptr<Db> open_for_visitors(const Place& place);
std::unique_ptr<Db> open_replica_for_visitors(const std::string& address);

// The same places, for commands that need a site that is there; throws CommandFailed if there is none.
std::string present_database_at(const Place& place);

}  // namespace rialto::app
