// A data folder is served by one process at a time. Commands beside it need no lock: the database keeps them apart.
#pragma once

#include <filesystem>

namespace rialto::app {

// Holds the folder until it goes; a process that is killed gives it up as well. A site that is served may be moved meanwhile,
// by one process at a time.
class FolderLock {
 public:
  enum class Purpose { Serving, Moving };

  // Throws CommandFailed that names the process which has it already.
  explicit FolderLock(const std::filesystem::path& folder, Purpose purpose = Purpose::Serving);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int file_ = -1;
};

}  // namespace rialto::app
