#include "support/faulty_disk.h"

#include <sqlite3.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

namespace rialto {

namespace {

constexpr std::size_t kSector = 512;  // what a disk writes whole or not at all

// A write that was not synced yet; without bytes, a change of the file's length to `at`.
struct Change {
  std::size_t at = 0;
  std::string bytes;
  bool cut = false;
};

struct Image {
  std::string durable;
  std::vector<Change> waiting;
};

void apply(std::string& file, const Change& change) {
  if (change.cut) return file.resize(change.at);
  if (file.size() < change.at + change.bytes.size()) file.resize(change.at + change.bytes.size());
  file.replace(change.at, change.bytes.size(), change.bytes);
}

// Some sectors of the change and not the others.
void apply_torn(std::string& file, const Change& change, std::mt19937& dice) {
  for (std::size_t from = 0; from < change.bytes.size(); from += kSector)
    if (dice() % 2) apply(file, {.at = change.at + from, .bytes = change.bytes.substr(from, kSector)});
}

std::string bytes_in(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

class FaultyDisk::State {
 public:
  std::mutex mutex;
  std::map<std::string, Image> files;
  bool armed = false, lasting = false, failed = false;
  Fault fault = Fault::Full;
  long until_fault = 0;
  bool cutting = false, dark = false;
  long until_dark = 0;

  // What a call of this kind returns instead of being done; SQLITE_OK lets it through.
  int verdict(Fault kind) {
    const std::lock_guard lock(mutex);
    if (cutting && kind != Fault::Read && --until_dark <= 0) dark = true;
    if (dark) return SQLITE_IOERR;
    const bool counted = armed && (kind == fault || (fault == Fault::Full && kind == Fault::Write));
    if (!counted) return SQLITE_OK;
    if (failed && !lasting) return SQLITE_OK;
    if (!failed && --until_fault > 0) return SQLITE_OK;
    failed = true;
    if (fault == Fault::Full) return SQLITE_FULL;
    if (fault == Fault::Read) return SQLITE_IOERR_READ;
    return fault == Fault::Sync ? SQLITE_IOERR_FSYNC : SQLITE_IOERR_WRITE;
  }

  void change(const std::string& path, Change change) {
    const std::lock_guard lock(mutex);
    if (const auto file = files.find(path); file != files.end()) file->second.waiting.push_back(std::move(change));
  }
  void synced(const std::string& path) {
    const std::lock_guard lock(mutex);
    const auto file = files.find(path);
    if (file == files.end()) return;
    for (const auto& change : file->second.waiting) apply(file->second.durable, change);
    file->second.waiting.clear();
  }
  void opened(const std::string& path) {
    const std::lock_guard lock(mutex);
    if (!path.empty() && !files.contains(path)) files[path].durable = bytes_in(path);
  }
  void removed(const std::string& path) {
    const std::lock_guard lock(mutex);
    files.erase(path);
  }
};

namespace {

sqlite3_vfs* real_vfs = nullptr;
FaultyDisk::State* disk = nullptr;

// SQLite allocates this and the real file behind it; xOpen makes what is C++ in it, xClose takes it away.
struct File {
  sqlite3_file base;
  std::string* path;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File* file_of(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
sqlite3_file* real_of(sqlite3_file* file) { return file_of(file)->real(); }
const sqlite3_io_methods* methods_of(sqlite3_file* file) { return real_of(file)->pMethods; }

int close_file(sqlite3_file* file) {
  delete file_of(file)->path;
  return methods_of(file)->xClose(real_of(file));
}

int read_file(sqlite3_file* file, void* into, int size, sqlite3_int64 at) {
  if (const int no = disk->verdict(FaultyDisk::Fault::Read)) return no;
  return methods_of(file)->xRead(real_of(file), into, size, at);
}

int write_file(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  const int no = disk->verdict(FaultyDisk::Fault::Write);
  if (no) return no;
  const int done = methods_of(file)->xWrite(real_of(file), bytes, size, at);
  if (done == SQLITE_OK)
    disk->change(*file_of(file)->path, {.at = static_cast<std::size_t>(at),
                                        .bytes = {static_cast<const char*>(bytes), static_cast<std::size_t>(size)}});
  return done;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  if (const int no = disk->verdict(FaultyDisk::Fault::Write)) return no;
  disk->change(*file_of(file)->path, {.at = static_cast<std::size_t>(size), .bytes = "", .cut = true});
  return methods_of(file)->xTruncate(real_of(file), size);
}

int sync_file(sqlite3_file* file, int) {
  if (const int no = disk->verdict(FaultyDisk::Fault::Sync)) return no;
  disk->synced(*file_of(file)->path);
  return SQLITE_OK;  // what the real disk does with it is of no interest here
}

int file_size(sqlite3_file* file, sqlite3_int64* size) { return methods_of(file)->xFileSize(real_of(file), size); }
int lock_file(sqlite3_file* file, int level) { return methods_of(file)->xLock(real_of(file), level); }
int unlock_file(sqlite3_file* file, int level) { return methods_of(file)->xUnlock(real_of(file), level); }
int check_lock(sqlite3_file* file, int* out) { return methods_of(file)->xCheckReservedLock(real_of(file), out); }
int control_file(sqlite3_file* file, int what, void* with) {
  return methods_of(file)->xFileControl(real_of(file), what, with);
}
int sector_size(sqlite3_file* file) { return methods_of(file)->xSectorSize(real_of(file)); }
int characteristics(sqlite3_file* file) { return methods_of(file)->xDeviceCharacteristics(real_of(file)); }
int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
  return methods_of(file)->xShmMap(real_of(file), page, size, extend, out);
}
int lock_shared(sqlite3_file* file, int from, int count, int flags) {
  return methods_of(file)->xShmLock(real_of(file), from, count, flags);
}
void barrier(sqlite3_file* file) { methods_of(file)->xShmBarrier(real_of(file)); }
int unmap_shared(sqlite3_file* file, int remove) { return methods_of(file)->xShmUnmap(real_of(file), remove); }

// Version 2: files are read by calls, not mapped.
const sqlite3_io_methods kMethods = {2,           close_file,   read_file,   write_file,   truncate_file, sync_file,
                                     file_size,   lock_file,    unlock_file, check_lock,   control_file,  sector_size,
                                     characteristics, map_shared, lock_shared, barrier,    unmap_shared,  nullptr,
                                     nullptr};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;
  {
    const std::lock_guard lock(disk->mutex);
    if (disk->dark) return SQLITE_CANTOPEN;
  }
  const int done = real_vfs->xOpen(real_vfs, name, real_of(file), flags, out_flags);
  if (done != SQLITE_OK) return done;
  file_of(file)->path = new std::string(name ? name : "");
  disk->opened(*file_of(file)->path);
  file->pMethods = &kMethods;
  return SQLITE_OK;
}

int delete_file(sqlite3_vfs*, const char* name, int sync_folder) {
  if (const int no = disk->verdict(FaultyDisk::Fault::Sync)) return no;
  disk->removed(name);
  return real_vfs->xDelete(real_vfs, name, sync_folder);
}

sqlite3_vfs& faulty_vfs() {
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs made = *real_vfs;
    made.szOsFile = static_cast<int>(sizeof(File)) + real_vfs->szOsFile;
    made.zName = "faulty";
    made.xOpen = open_file;
    made.xDelete = delete_file;
    return made;
  }();
  return vfs;
}

}  // namespace

FaultyDisk::FaultyDisk() : state_(std::make_unique<State>()) {
  if (disk) throw std::logic_error("one faulty disk at a time");
  disk = state_.get();
  real_vfs = sqlite3_vfs_find("unix");
  sqlite3_vfs_register(&faulty_vfs(), 1);
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(&faulty_vfs());
  sqlite3_vfs_register(real_vfs, 1);
  disk = nullptr;
}

void FaultyDisk::fail(Fault fault, long nth, Lasting lasting) {
  const std::lock_guard lock(state_->mutex);
  state_->armed = true;
  state_->failed = false;
  state_->fault = fault;
  state_->until_fault = nth;
  state_->lasting = lasting == Lasting::UntilMended;
}

void FaultyDisk::mend() {
  const std::lock_guard lock(state_->mutex);
  state_->armed = false;
}

bool FaultyDisk::has_failed() const {
  const std::lock_guard lock(state_->mutex);
  return state_->failed;
}

void FaultyDisk::cut_power_after(long calls) {
  const std::lock_guard lock(state_->mutex);
  state_->cutting = true;
  state_->until_dark = calls;
}

bool FaultyDisk::has_power() const {
  const std::lock_guard lock(state_->mutex);
  return !state_->dark;
}

void FaultyDisk::power_back(std::mt19937& dice) {
  const std::lock_guard lock(state_->mutex);
  for (auto& [path, image] : state_->files) {
    for (const auto& change : image.waiting) {
      const auto fate = dice() % 3;
      if (fate == 0) apply(image.durable, change);
      if (fate == 1) apply_torn(image.durable, change, dice);
    }
    std::ofstream(path, std::ios::binary | std::ios::trunc) << image.durable;
    std::filesystem::remove(path + "-shm");
  }
  state_->files.clear();
  state_->cutting = state_->dark = false;
}

}  // namespace rialto
