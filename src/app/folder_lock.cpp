#include "app/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "app/commands.h"
#include "base/strings.h"

namespace rialto::app {

namespace {

// The file stays when the site closes: whoever takes it away could lock another file than the next process.
const char* name_for(FolderLock::Purpose purpose) {
  return purpose == FolderLock::Purpose::Serving ? "rialto.lock" : "moving.lock";
}

std::string taken(FolderLock::Purpose purpose, const std::filesystem::path& folder, const std::string& who) {
  if (purpose == FolderLock::Purpose::Moving) return "The site in " + folder.string() + " is being moved already: " + who + " does it.";
  return "The site in " + folder.string() + " is open already: " + who +
         " has it. End that one first, or choose another folder with --data.";
}

std::string holder(int file) {
  char text[32];
  const auto size = ::pread(file, text, sizeof text, 0);
  const auto process = size > 0 ? trimmed({text, static_cast<std::size_t>(size)}) : std::string_view();
  return process.empty() ? "another process" : "process " + std::string(process);
}

void write_own_number(int file) {
  const auto number = std::to_string(::getpid()) + "\n";
  if (::ftruncate(file, 0) == 0) (void)!::pwrite(file, number.data(), number.size(), 0);
}

}  // namespace

FolderLock::FolderLock(const std::filesystem::path& folder, Purpose purpose) {
  const auto path = folder / name_for(purpose);
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file_ < 0)
    throw CommandFailed("The data folder " + folder.string() + " can't be written: " + std::strerror(errno) +
                        ". Give this user the right to, or choose another folder with --data.");
  if (::flock(file_, LOCK_EX | LOCK_NB) == 0) {
    write_own_number(file_);
    return;
  }
  const auto why = errno;
  const auto who = holder(file_);
  ::close(file_);
  if (why != EWOULDBLOCK)
    throw CommandFailed("The data folder " + folder.string() + " can't be locked: " + std::strerror(why) + ".");
  throw CommandFailed(taken(purpose, folder, who));
}

FolderLock::~FolderLock() {
  ::close(file_);
}

}  // namespace rialto::app
