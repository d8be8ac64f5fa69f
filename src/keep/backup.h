// A copy of a whole site in one file, made while the site is open.
//
// The file is a SQLite database with the site's own schema, whichever database the site uses; so one backup comes back
// into either, and SQLite's own tools can read it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "keep/progress.h"
#include "picture/folder.h"

namespace rialto::keep {

// Copies the site at `place` (as Db::open takes it) as it is at one moment, and the files of its pictures. `file` comes to be when it is whole, and is
// durable then; a file of that name that was there is replaced at that moment. The site is only read: nothing of it is
// migrated. Returns the size in bytes. Throws DbError or std::filesystem::filesystem_error; `file` is then as it was.
std::uintmax_t back_up(const std::string& place, const picture::Folder& pictures, const std::filesystem::path& file,
                       const OnProgress& on_progress);

// The same, but into the file comes only what changed since (keep/increment.h): `since` is a whole backup, with the increments upon it
// in their order behind it.
std::uintmax_t back_up_since(const std::vector<std::filesystem::path>& since, const std::string& place,
                             const picture::Folder& pictures, const std::filesystem::path& file, const OnProgress& on_progress);

// Makes `database` of a whole backup and the increments upon it. Throws DbError with a sentence for people.
void unite(const std::vector<std::filesystem::path>& files, const std::filesystem::path& database, const OnProgress& on_progress);

}  // namespace rialto::keep
