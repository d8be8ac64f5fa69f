#include "web/splice.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace rialto::web {

namespace {

constexpr int kLevel = 6;
constexpr int kQuality = 5;
constexpr int kWindow = 16;                 // as compress.cpp
constexpr std::size_t kMostStored = 65535;  // of a stored block, and below a meta-block's 65,536
constexpr std::string_view kGzipHead("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);

// `before`: of what stands before the bytes.
std::uint32_t crc_of(std::string_view bytes, std::uint32_t before = 0) {
  return static_cast<std::uint32_t>(
      crc32_z(before, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<z_size_t>(bytes.size())));
}

// Raw deflate that ends on a byte: with a full flush where something follows, or for good.
std::string deflated(std::string_view bytes, int ending) {
  z_stream stream{};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("web: zlib has no memory");
  std::string out(deflateBound(&stream, bytes.size()) + 16, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int ended = deflate(&stream, ending);
  out.resize(stream.total_out);
  const bool whole = stream.avail_in == 0 && (ending == Z_FINISH ? ended == Z_STREAM_END : ended == Z_OK);
  deflateEnd(&stream);
  if (!whole) throw std::runtime_error("web: zlib did not come to its end");
  return out;
}

std::string brotlied(std::string_view bytes, std::size_t offset, BrotliEncoderOperation ending) {
  const std::unique_ptr<BrotliEncoderState, decltype(&BrotliEncoderDestroyInstance)> state(
      BrotliEncoderCreateInstance(nullptr, nullptr, nullptr), BrotliEncoderDestroyInstance);
  if (!state) throw std::runtime_error("web: brotli has no memory");
  BrotliEncoderSetParameter(state.get(), BROTLI_PARAM_QUALITY, kQuality);
  BrotliEncoderSetParameter(state.get(), BROTLI_PARAM_LGWIN, kWindow);
  BrotliEncoderSetParameter(state.get(), BROTLI_PARAM_MODE, BROTLI_MODE_TEXT);
  if (offset > 0)
    BrotliEncoderSetParameter(state.get(), BROTLI_PARAM_STREAM_OFFSET, static_cast<std::uint32_t>(offset));
  std::string out;
  const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t left = bytes.size();
  do {
    std::uint8_t piece[16 * 1024];
    std::uint8_t* next = piece;
    std::size_t room = sizeof piece;
    if (!BrotliEncoderCompressStream(state.get(), ending, &left, &in, &room, &next, nullptr))
      throw std::runtime_error("web: brotli did not come to its end");
    out.append(reinterpret_cast<const char*>(piece), sizeof piece - room);
  } while (left > 0 || BrotliEncoderHasMoreOutput(state.get()));
  return out;
}

void append_little_endian(std::string& out, std::uint32_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(number >> (8 * i) & 0xff));
}

// Stored blocks that are not the last: three zero bits, filled up to a byte, length and its complement.
void append_stored(std::string& out, std::string_view bytes) {
  for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), kMostStored))) {
    const std::string_view block = bytes.substr(0, kMostStored);
    const auto size = static_cast<std::uint32_t>(block.size());
    out.push_back('\0');
    append_little_endian(out, size, 2);
    append_little_endian(out, ~size, 2);
    out.append(block);
  }
}

// Uncompressed meta-blocks: ISLAST 0, MNIBBLES 0 (four), MLEN - 1 in 16 bits, ISUNCOMPRESSED 1, filled up to a byte.
void append_uncompressed(std::string& out, std::string_view bytes) {
  for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), kMostStored))) {
    const std::string_view block = bytes.substr(0, kMostStored);
    append_little_endian(out, static_cast<std::uint32_t>(block.size() - 1) << 3 | 1u << 19, 3);
    out.append(block);
  }
}

std::string first_half(std::string_view before, Coding coding) {
  if (coding == Coding::Gzip) return std::string(kGzipHead) + deflated(before, Z_FULL_FLUSH);
  if (coding == Coding::Brotli) return brotlied(before, 0, BROTLI_OPERATION_FLUSH);
  return std::string(before);
}

std::string second_half(std::string_view after, Coding coding, std::size_t offset) {
  if (coding == Coding::Gzip) return deflated(after, Z_FINISH);
  if (coding == Coding::Brotli) return brotlied(after, offset, BROTLI_OPERATION_FINISH);
  return std::string(after);
}

}  // namespace

Halves::Halves(std::string_view before, std::string_view after, Coding coding, std::size_t hole_size)
    : coding_(coding),
      hole_size_(hole_size),
      before_(first_half(before, coding)),
      after_(second_half(after, coding, before.size() + hole_size)),
      plain_size_(before.size() + after.size()) {
  if (coding != Coding::Gzip) return;
  crc_before_ = crc_of(before);
  crc_after_ = crc_of(after);
  over_after_ = crc32_combine_gen(static_cast<z_off_t>(after.size()));
}

bool Halves::takes(Coding coding, std::size_t hole_size) const {
  return coding == coding_ && (coding != Coding::Brotli || hole_size == hole_size_);
}

std::string Halves::coded(std::string_view hole) const {
  if (coding_ == Coding::Identity) return std::string(hole);
  std::string out;
  out.reserve(hole.size() + 16);
  if (coding_ == Coding::Brotli)
    append_uncompressed(out, hole);
  else
    append_stored(out, hole);
  return out;
}

std::string Halves::end(std::string_view hole) const {
  if (coding_ != Coding::Gzip) return {};
  const auto whole = crc32_combine_op(crc_of(hole, crc_before_), crc_after_, over_after_);
  std::string out;
  append_little_endian(out, static_cast<std::uint32_t>(whole), 4);
  append_little_endian(out, static_cast<std::uint32_t>(plain_size_ + hole.size()), 4);
  return out;
}

Spliced spliced(std::shared_ptr<const Halves> halves, std::string_view hole) {
  if (!halves->takes(halves->coding(), hole.size())) throw std::logic_error("web: a hole of another size");
  auto coded = halves->coded(hole), end = halves->end(hole);
  return {.halves = std::move(halves), .hole = std::move(coded), .end = std::move(end)};
}

}  // namespace rialto::web
