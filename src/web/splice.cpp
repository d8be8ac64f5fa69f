#include "web/splice.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <stdexcept>

namespace rialto::web {

namespace {

constexpr int kLevel = 6;
constexpr int kQuality = 5;
constexpr int kWindow = 16;                 // as compress.cpp
constexpr std::size_t kMostStored = 65535;  // of a stored block, and below a meta-block's 65,536
constexpr std::string_view kGzipHead("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
constexpr std::size_t kMostSizes = 64;  // of holes whose second half is kept; viewers' holes are much alike

std::uint32_t crc_of(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<z_size_t>(bytes.size())));
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

std::string padded(std::string_view hole) {
  std::string out(hole);
  out.resize((hole.size() + Halves::kHoleStep - 1) / Halves::kHoleStep * Halves::kHoleStep, ' ');
  return out;
}

}  // namespace

Halves::Halves(std::string before, std::string after)
    : before_(std::move(before)),
      after_(std::move(after)),
      gzip_before_(std::string(kGzipHead) + deflated(before_, Z_FULL_FLUSH)),
      gzip_after_(deflated(after_, Z_FINISH)),
      crc_before_(crc_of(before_)),
      crc_after_(crc_of(after_)),
      brotli_before_(brotlied(before_, 0, BROTLI_OPERATION_FLUSH)) {}

std::string Halves::filled(std::string_view hole, Coding coding) const {
  const std::string content = padded(hole);
  if (coding == Coding::Gzip) return filled_gzip(content);
  if (coding == Coding::Brotli) return filled_brotli(content);
  std::string out;
  out.reserve(before_.size() + content.size() + after_.size());
  return out.append(before_).append(content).append(after_);
}

std::string Halves::filled_gzip(std::string_view hole) const {
  std::string out;
  out.reserve(gzip_before_.size() + hole.size() + gzip_after_.size() + 32);
  out.append(gzip_before_);
  append_stored(out, hole);
  out.append(gzip_after_);
  const auto with_hole = crc32_combine(crc_before_, crc_of(hole), static_cast<z_off_t>(hole.size()));
  const auto whole = crc32_combine(with_hole, crc_after_, static_cast<z_off_t>(after_.size()));
  append_little_endian(out, static_cast<std::uint32_t>(whole), 4);
  append_little_endian(out, static_cast<std::uint32_t>(before_.size() + hole.size() + after_.size()), 4);
  return out;
}

std::string Halves::filled_brotli(std::string_view hole) const {
  const auto after = brotli_after(hole.size());
  std::string out;
  out.reserve(brotli_before_.size() + hole.size() + after->size() + 16);
  out.append(brotli_before_);
  append_uncompressed(out, hole);
  return out.append(*after);
}

std::shared_ptr<const std::string> Halves::brotli_after(std::size_t hole_size) const {
  {
    const std::lock_guard lock(mutex_);
    if (const auto kept = brotli_after_.find(hole_size); kept != brotli_after_.end()) return kept->second;
  }
  auto made =
      std::make_shared<const std::string>(brotlied(after_, before_.size() + hole_size, BROTLI_OPERATION_FINISH));
  const std::lock_guard lock(mutex_);
  if (brotli_after_.size() >= kMostSizes) brotli_after_.clear();
  brotli_after_[hole_size] = made;
  return made;
}

}  // namespace rialto::web
