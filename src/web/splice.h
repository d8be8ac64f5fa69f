// A page in two halves around its hole (web/view/hole.h), compressed once and filled for each viewer without
// compressing again. Deflate: the first half ends with a full flush, the hole is a stored block, and the checksums are
// combined (RFC 1951, 3.2.4; zlib's crc32_combine). Brotli: the hole is an uncompressed meta-block (RFC 7932, 9.2), and
// the second half is compressed as the continuation at its place in the stream.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "web/http.h"

namespace rialto::web {

class Halves {
 public:
  // `before` is not empty: a page begins before its hole. The second half of brotli depends on where it stands, so it
  // is made for holes of `hole_size` bytes; the other codings take any.
  Halves(std::string_view before, std::string_view after, Coding coding, std::size_t hole_size);

  Coding coding() const { return coding_; }
  bool takes(Coding coding, std::size_t hole_size) const;
  std::size_t size() const { return before_.size() + after_.size(); }

  // For Response::body, with Response::coding set to coding(). Decodes to before + hole + after. The hole is of a size
  // that it takes(). Safe from any thread.
  std::string filled(std::string_view hole) const;

 private:
  std::string filled_gzip(std::string_view hole) const;

  Coding coding_;
  std::size_t hole_size_;
  std::string before_, after_;  // in their coding
  std::size_t plain_size_;      // of both, not compressed
  std::size_t plain_after_size_;
  std::uint32_t crc_before_ = 0, crc_after_ = 0;  // for gzip
};

}  // namespace rialto::web
