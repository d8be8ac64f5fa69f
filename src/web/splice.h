// A page in two halves around its hole (web/view/hole.h), compressed once and filled for each viewer without
// compressing again. Deflate: the first half ends with a full flush, the hole is a stored block, and the checksums are
// combined (RFC 1951, 3.2.4; zlib's crc32_combine). Brotli: the hole is an uncompressed meta-block (RFC 7932, 9.2), and
// the second half is compressed as the continuation at its place in the stream.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
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

  // In their coding.
  std::string_view before() const { return before_; }
  std::string_view after() const { return after_; }

  // What stands between the halves, and behind them. The hole is of a size that it takes().
  std::string coded(std::string_view hole) const;
  std::string end(std::string_view hole) const;

 private:

  Coding coding_;
  std::size_t hole_size_;
  std::string before_, after_;  // in their coding
  std::size_t plain_size_;      // of both, not compressed
  // For gzip: checksums, and what takes the first of them past the second half (zlib's crc32_combine_gen).
  std::uint32_t crc_before_ = 0, crc_after_ = 0;
  unsigned long over_after_ = 0;
};

// For Response::body, with Response::coding set to halves->coding(): decodes to before + hole + after. The hole is of a size
// that the halves take; std::logic_error otherwise.
Spliced spliced(std::shared_ptr<const Halves> halves, std::string_view hole);

}  // namespace rialto::web
