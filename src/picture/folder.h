// Where the files of pictures lie: a folder of the data folder, KEY-WIDTH.webp below the key's first two digits. Several
// nodes on one database share it (a network folder); a node that has not got a file says that there is none.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "picture/remake.h"

namespace rialto::picture {

// "KEY-1280.webp"; a key is a token of hexadecimal digits (base/digest.h).
std::string file_name(std::string_view key, int width);
// The key of such a name; nothing if it is none.
std::optional<std::string> key_in(std::string_view file_name);

class Folder {
 public:
  explicit Folder(std::filesystem::path path) : path_(std::move(path)) {}

  // All sizes; each file whole or not at all, also when the power goes. Throws std::system_error if the folder can't be
  // written, and leaves none that was not there before.
  void keep(std::string_view key, const std::vector<Sheet>& sheets) const;
  // One file; as long as one of this name is there, that one stays.
  void put(std::string_view file_name, std::string_view bytes) const;
  bool has(std::string_view file_name) const;
  // All sizes of a picture whose widest is `width`.
  bool has_all(std::string_view key, int width) const;
  // Nothing if it is not there, or if that is no name of a picture's file.
  std::optional<std::string> read(std::string_view file_name) const;
  // All sizes; what is not there is no error.
  void drop(std::string_view key, int width) const;

 private:
  std::filesystem::path place_of(std::string_view file_name) const;

  std::filesystem::path path_;
};

}  // namespace rialto::picture
