// What a backup has more than an earlier one, in a file of its own: an increment.
//
// The file is a SQLite database. Rows that came or changed stand in tables called as the site's, keys of rows that went in gone_TABLE;
// the table `increment` says what the rows of each table came to before and after, so that an increment is only ever brought where it
// belongs, and what comes of it is proved.
#pragma once

#include <filesystem>

namespace rialto::keep {

bool is_increment(const std::filesystem::path& file);

// Writes into `increment`, which comes to be, what the whole backup `now` has more than the whole backup `before`. Throws DbError: with
// a sentence for people if the two have different tables.
void write_increment(const std::filesystem::path& before, const std::filesystem::path& now, const std::filesystem::path& increment);

// Brings the whole backup in `database` forward by `increment`. Throws DbError with a sentence for people if the increment was made upon
// another state, or doesn't lead to the one that it tells of; `database` is then of no use.
void bring_forward(const std::filesystem::path& database, const std::filesystem::path& increment);

}  // namespace rialto::keep
