// Copies a SQLite database while others read and write it.
#pragma once

#include <functional>
#include <string>

namespace rialto {

using OnShare = std::function<void(double share)>;  // 0 to 1, now and then

// Copies the database in the file `from`, as it is at one moment, into the file `to`, which comes to be: one plain file,
// durable when this returns. Writers go on meanwhile. Throws DbError; `to` is then of no use.
void copy_sqlite(const std::string& from, const std::string& to, const OnShare& on_share);

// Brings a database that nobody has open into one plain file, without -wal and -shm beside it. Throws DbError
// (Conflict) if another connection has it open.
void make_one_file(const std::string& path);

}  // namespace rialto
