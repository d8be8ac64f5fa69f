// A page in two halves around its hole (web/view/hole.h), compressed once and filled for each viewer without
// compressing again. Deflate: the first half ends with a full flush, the hole is a stored block, and the checksums are
// combined (RFC 1951, 3.2.4; zlib's crc32_combine). Brotli: the hole is an uncompressed meta-block (RFC 7932, 9.2), and
// the second half is compressed as the continuation at its place in the stream.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "web/http.h"

namespace rialto::web {

class Halves {
 public:
  // Brotli's second half depends on where it stands, so a hole is filled up with blanks to a multiple of this.
  static constexpr std::size_t kHoleStep = 512;

  // `before` is not empty: a page begins before its hole.
  Halves(std::string before, std::string after);

  // For Response::body, with Response::coding set to the same. The whole page; it decodes to before + hole + blanks +
  // after. Safe from any thread.
  std::string filled(std::string_view hole, Coding coding) const;

 private:
  std::string filled_gzip(std::string_view hole) const;
  std::string filled_brotli(std::string_view hole) const;
  std::shared_ptr<const std::string> brotli_after(std::size_t hole_size) const;

  std::string before_, after_;
  std::string gzip_before_, gzip_after_;
  std::uint32_t crc_before_, crc_after_;
  std::string brotli_before_;

  mutable std::mutex mutex_;                                                        // guards brotli_after_
  mutable std::map<std::size_t, std::shared_ptr<const std::string>> brotli_after_;  // by size of the hole
};

}  // namespace rialto::web
