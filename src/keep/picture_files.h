// The files of pictures, which lie beside the database: how they come into a backup and out of it, and whether all are
// there. In a backup they are rows of the table `picture_file (name, bytes)`, which no site has.
#pragma once

#include <filesystem>

#include "keep/doctor.h"
#include "keep/progress.h"
#include "picture/folder.h"

namespace rialto {
class Db;
}

namespace rialto::keep {

// Puts the files of every picture that the backup speaks of into it; one that is not there is passed over, as the doctor
// tells of it. `backup` is a SQLite file that nobody else has open. Throws DbError.
void put_pictures_into(const std::filesystem::path& backup, const picture::Folder& pictures, const OnProgress& on_progress);

// Writes them into the folder, where others stay as they are, and leaves the backup's tables as those of a site. It is no
// error if it has none. Throws DbError or std::system_error.
void take_pictures_out_of(const std::filesystem::path& backup, const picture::Folder& pictures, const OnProgress& on_progress);

// "every picture has its files"
Finding examine_pictures(Db& db, const picture::Folder& pictures);

}  // namespace rialto::keep
