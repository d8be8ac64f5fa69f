// The lines of a file of any size, plain or packed (gzip, bzip2, xz, zstd), one at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace rialto::film {

class LineReader {
 public:
  // "can't open NAME: …" where the file can't be read.
  static Result<std::unique_ptr<LineReader>> open(const std::string& path);
  // Reads bytes that are in memory; they outlive the reader.
  static std::unique_ptr<LineReader> over(std::string_view bytes);

  virtual ~LineReader() = default;

  // The next line without its ending, good until the next call; false at the end or when the file is broken there.
  // A line of more than 16 MB ends the reading.
  virtual bool next(std::string_view& line) = 0;

  // Why the reading ended early, "" if it didn't.
  virtual std::string broken() const = 0;

  virtual std::int64_t lines() const = 0;
  virtual std::int64_t bytes_read() const = 0;  // of the file as it lies there, for progress
  virtual std::int64_t bytes_all() const = 0;
};

}  // namespace rialto::film
