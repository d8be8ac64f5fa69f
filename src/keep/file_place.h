// Files that come to be under another name and take their place when they are whole.
#pragma once

#include <filesystem>
#include <string>

namespace rialto::keep {

// What is written before it is whole: "site.backup.part"
std::filesystem::path unfinished(const std::filesystem::path& file);

// Gives a finished file its name, durably: after a loss of power the name stands for the old file or for the whole new
// one. Throws std::filesystem::filesystem_error.
void put_in_place(const std::filesystem::path& finished, const std::filesystem::path& name);

// A name beside this one that nothing has yet: "rialto.db.before-restore", "rialto.db.before-restore-2"
std::filesystem::path free_name(const std::filesystem::path& file, const std::string& ending);

// A database file, and what SQLite may have left beside it.
void remove_database(const std::filesystem::path& file);

}  // namespace rialto::keep
