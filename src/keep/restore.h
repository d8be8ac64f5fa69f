// A backup comes back as a site.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "keep/progress.h"
#include "picture/folder.h"

namespace rialto::keep {

// Brings the backup in `files`, a whole one and the increments upon it in their order, to `place` (as Db::open takes it). It is brought up to this program's schema, examined
// (keep/doctor.h), and its computed tables are mended, all before it takes its place; until then the site is as it was.
// Files of pictures are added to `pictures`, where those that were there stay.
//
// In a folder, a database that was there stays under another name, which is returned ("" if there was none); nobody may
// have it open. In PostgreSQL the database must be empty. Throws DbError with a sentence that says why it can't be.
std::string restore(const std::vector<std::filesystem::path>& files, const std::string& place, const picture::Folder& pictures,
                    const OnProgress& on_progress);

}  // namespace rialto::keep
