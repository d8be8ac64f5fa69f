#include "keep/file_place.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace rialto::keep {

namespace fs = std::filesystem;

namespace {

void make_durable(const fs::path& path) {
  const int opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool done = opened >= 0 && ::fsync(opened) == 0;
  const std::error_code why(errno, std::generic_category());
  if (opened >= 0) ::close(opened);
  if (!done) throw fs::filesystem_error("can't be made durable", path, why);
}

}  // namespace

fs::path unfinished(const fs::path& file) {
  return file.string() + ".part";
}

void put_in_place(const fs::path& finished, const fs::path& name) {
  make_durable(finished);
  fs::rename(finished, name);
  make_durable(name.has_parent_path() ? name.parent_path() : fs::path("."));
}

fs::path free_name(const fs::path& file, const std::string& ending) {
  const auto first = file.string() + ending;
  fs::path name = first;
  for (int number = 2; fs::exists(name); ++number) name = first + "-" + std::to_string(number);
  return name;
}

void remove_database(const fs::path& file) {
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) fs::remove(file.string() + ending);
}

}  // namespace rialto::keep
