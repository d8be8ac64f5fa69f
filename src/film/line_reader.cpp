#include "film/line_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <cstring>
#include <filesystem>

namespace rialto::film {

namespace {

constexpr std::size_t kLongestLine = 16 << 20;
constexpr std::size_t kBlock = 256 << 10;

struct CloseArchive {
  void operator()(archive* handle) const { archive_read_free(handle); }
};
using Archive = std::unique_ptr<archive, CloseArchive>;

Archive new_archive() {
  Archive handle(archive_read_new());
  archive_read_support_filter_all(handle.get());
  archive_read_support_format_raw(handle.get());
  archive_read_support_format_empty(handle.get());
  return handle;
}

class ArchiveLines : public LineReader {
 public:
  ArchiveLines(Archive handle, std::int64_t size) : handle_(std::move(handle)), size_(size) { open_entry(); }

  bool next(std::string_view& line) override {
    for (;;) {
      const auto* const start = buffer_.data() + at_;
      const auto* const end = static_cast<const char*>(std::memchr(start + seen_, '\n', buffer_.size() - at_ - seen_));
      if (end) return give(line, static_cast<std::size_t>(end - start), 1);
      seen_ = buffer_.size() - at_;
      if (seen_ > kLongestLine) return stop("a line is longer than 16 MB");
      if (!read_more()) return broken_.empty() && seen_ > 0 && give(line, seen_, 0);
    }
  }

  std::string broken() const override { return broken_; }
  std::int64_t lines() const override { return lines_; }
  std::int64_t bytes_read() const override { return archive_filter_bytes(handle_.get(), -1); }
  std::int64_t bytes_all() const override { return size_; }

 private:
  void open_entry() {
    archive_entry* entry = nullptr;
    const int state = archive_read_next_header(handle_.get(), &entry);
    if (state == ARCHIVE_EOF) {
      ended_ = true;
    } else if (state != ARCHIVE_OK && state != ARCHIVE_WARN) {
      stop(archive_error_string(handle_.get()));
    }
  }

  bool give(std::string_view& line, std::size_t size, std::size_t ending) {
    line = std::string_view(buffer_).substr(at_, size);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (lines_ == 0 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    at_ += size + ending;
    seen_ = 0;
    ++lines_;
    return true;
  }

  bool stop(const char* why) {
    broken_ = why ? why : "it can't be read";
    ended_ = true;
    return false;
  }

  bool read_more() {
    if (ended_) return false;
    buffer_.erase(0, at_);
    at_ = 0;
    const auto kept = buffer_.size();
    buffer_.resize(kept + kBlock);
    const auto got = archive_read_data(handle_.get(), buffer_.data() + kept, kBlock);
    buffer_.resize(kept + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (got < 0) return stop(archive_error_string(handle_.get()));
    ended_ = got == 0;
    return got > 0;
  }

  Archive handle_;
  std::int64_t size_;
  std::string buffer_;
  std::size_t at_ = 0;    // where the next line begins
  std::size_t seen_ = 0;  // how far behind it no ending was found
  std::string broken_;
  bool ended_ = false;
  std::int64_t lines_ = 0;
};

}  // namespace

Result<std::unique_ptr<LineReader>> LineReader::open(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return Error{"can't open " + path + ": it is a folder"};
  const auto size = std::filesystem::file_size(path, error);
  if (error) return Error{"can't open " + path + ": " + error.message()};
  auto handle = new_archive();
  if (archive_read_open_filename(handle.get(), path.c_str(), kBlock) != ARCHIVE_OK)
    return Error{"can't open " + path + ": " + archive_error_string(handle.get())};
  return std::unique_ptr<LineReader>(new ArchiveLines(std::move(handle), static_cast<std::int64_t>(size)));
}

std::unique_ptr<LineReader> LineReader::over(std::string_view bytes) {
  auto handle = new_archive();
  // An empty or unreadable memory is told by broken() or by no lines.
  archive_read_open_memory(handle.get(), bytes.data(), bytes.size());
  return std::make_unique<ArchiveLines>(std::move(handle), static_cast<std::int64_t>(bytes.size()));
}

}  // namespace rialto::film
