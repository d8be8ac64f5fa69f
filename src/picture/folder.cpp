#include "picture/folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "base/digest.h"

namespace rialto::picture {

namespace {

constexpr std::string_view kEnding = ".webp";

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

[[noreturn]] void fail(const std::filesystem::path& path) {
  throw std::system_error(errno, std::generic_category(), "picture: " + path.string() + " can't be written");
}

class Writing {
 public:
  explicit Writing(const std::filesystem::path& path)
      : path_(path), file_(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640)) {
    if (file_ < 0) fail(path_);
  }
  ~Writing() { ::close(file_); }
  Writing(const Writing&) = delete;
  Writing& operator=(const Writing&) = delete;

  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto written = ::write(file_, bytes.data(), bytes.size());
      if (written < 0 && errno != EINTR) fail(path_);
      if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file_) != 0) fail(path_);
  }

 private:
  const std::filesystem::path& path_;
  int file_;
};

}  // namespace

std::string file_name(std::string_view key, int width) {
  return std::string(key) + "-" + std::to_string(width) + std::string(kEnding);
}

std::optional<std::string> key_in(std::string_view name) {
  if (name.size() <= kHexToken + 1 + kEnding.size() || !name.ends_with(kEnding) || name[kHexToken] != '-')
    return std::nullopt;
  const auto key = name.substr(0, kHexToken);
  const auto width = name.substr(kHexToken + 1, name.size() - kHexToken - 1 - kEnding.size());
  if (!is_hex_token(key) || width.size() > 4 || !std::all_of(width.begin(), width.end(), is_digit)) return std::nullopt;
  return std::string(key);
}

std::filesystem::path Folder::place_of(std::string_view name) const {
  return path_ / name.substr(0, 2) / name;
}

void Folder::keep(std::string_view key, const std::vector<Sheet>& sheets) const {
  std::vector<std::string> added;
  try {
    for (const auto& sheet : sheets) {
      const auto name = file_name(key, sheet.width);
      if (has(name)) continue;
      put(name, sheet.webp);
      added.push_back(name);
    }
  } catch (...) {
    std::error_code gone;
    for (const auto& name : added) std::filesystem::remove(place_of(name), gone);
    throw;
  }
}

void Folder::put(std::string_view name, std::string_view bytes) const {
  const auto place = place_of(name);
  std::filesystem::create_directories(place.parent_path());
  if (std::filesystem::exists(place)) return;
  auto passing = place;
  passing += "." + random_token();
  try {
    Writing(passing).write(bytes);
    std::filesystem::rename(passing, place);
  } catch (...) {
    std::error_code gone;
    std::filesystem::remove(passing, gone);
    throw;
  }
}

bool Folder::has_all(std::string_view key, int width) const {
  const auto widths = widths_of(width);
  return std::all_of(widths.begin(), widths.end(), [&](int one) { return has(file_name(key, one)); });
}

bool Folder::has(std::string_view name) const {
  return key_in(name) && std::filesystem::exists(place_of(name));
}

std::optional<std::string> Folder::read(std::string_view name) const {
  if (!key_in(name)) return std::nullopt;
  std::ifstream file(place_of(name), std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

void Folder::drop(std::string_view key, int width) const {
  std::error_code gone;
  for (const int one : widths_of(width)) std::filesystem::remove(place_of(file_name(key, one)), gone);
}

}  // namespace rialto::picture
