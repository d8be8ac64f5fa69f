#include "web/compress.h"

#include <brotli/decode.h>
#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "base/strings.h"

namespace rialto::web {

namespace {

constexpr int kGzipWindow = 15 + 16;  // 16 asks zlib for the gzip wrapper
constexpr int kPageWindow = 16;       // brotli: 64 KB is enough for a page and keeps the memory small

// "0.8" → 800; what is not a q-value counts as 0.
int thousandths(std::string_view q) {
  if (q.empty() || (q[0] != '0' && q[0] != '1') || q.size() > 5 || (q.size() > 1 && q[1] != '.')) return 0;
  int value = (q[0] - '0') * 1000, place = 100;
  for (std::size_t i = 2; i < q.size(); ++i, place /= 10) {
    if (q[i] < '0' || q[i] > '9') return 0;
    value += (q[i] - '0') * place;
  }
  return std::min(value, 1000);
}

struct Wish {
  std::string_view name;
  int weight = 1000;
};

// Takes one element off the list: "gzip;q=0.5, br" → gzip 500.
Wish take_wish(std::string_view& list) {
  const std::size_t comma = std::min(list.find(','), list.size());
  const std::string_view element = list.substr(0, comma);
  list.remove_prefix(std::min(comma + 1, list.size()));
  const std::size_t semicolon = std::min(element.find(';'), element.size());
  Wish wish{trimmed(element.substr(0, semicolon))};
  const std::string_view parameter = trimmed(element.substr(std::min(semicolon + 1, element.size())));
  if (parameter.size() >= 2 && (parameter[0] == 'q' || parameter[0] == 'Q') && parameter[1] == '=')
    wish.weight = thousandths(parameter.substr(2));
  return wish;
}

std::string gzipped(std::string_view bytes, int level) {
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("web: zlib has no memory");
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int ended = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (ended != Z_STREAM_END) throw std::runtime_error("web: zlib did not come to its end");
  return out;
}

std::string brotlied(std::string_view bytes, int quality, int window) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
  std::string out(size, '\0');
  if (!BrotliEncoderCompress(quality, window, BROTLI_MODE_TEXT, bytes.size(),
                             reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                             reinterpret_cast<std::uint8_t*>(out.data())))
    throw std::runtime_error("web: brotli has no memory");
  out.resize(size);
  return out;
}

std::string ungzipped(std::string_view bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, kGzipWindow) != Z_OK) throw std::runtime_error("web: zlib has no memory");
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  char piece[16 * 1024];
  int state = Z_OK;
  while (state == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(piece);
    stream.avail_out = sizeof piece;
    state = inflate(&stream, Z_NO_FLUSH);
    out.append(piece, sizeof piece - stream.avail_out);
  }
  inflateEnd(&stream);
  if (state != Z_STREAM_END || stream.avail_in != 0) throw std::runtime_error("web: this is not gzip");
  return out;
}

std::string unbrotlied(std::string_view bytes) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t left = bytes.size();
  std::string out;
  std::uint8_t piece[16 * 1024];
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
    std::uint8_t* next = piece;
    std::size_t room = sizeof piece;
    result = BrotliDecoderDecompressStream(state.get(), &left, &in, &room, &next, nullptr);
    out.append(reinterpret_cast<const char*>(piece), sizeof piece - room);
  }
  if (result != BROTLI_DECODER_RESULT_SUCCESS || left != 0) throw std::runtime_error("web: this is not brotli");
  return out;
}

}  // namespace

Coding best_coding(std::string_view accept_encoding) {
  std::optional<int> brotli, gzip, identity, any;
  while (!accept_encoding.empty()) {
    const Wish wish = take_wish(accept_encoding);
    if (equal_ignoring_case(wish.name, "br")) brotli = wish.weight;
    if (equal_ignoring_case(wish.name, "gzip") || equal_ignoring_case(wish.name, "x-gzip")) gzip = wish.weight;
    if (equal_ignoring_case(wish.name, "identity")) identity = wish.weight;
    if (wish.name == "*") any = wish.weight;
  }
  const int brotli_weight = brotli.value_or(any.value_or(0)), gzip_weight = gzip.value_or(any.value_or(0));
  // Identity that nobody named is liked least (RFC 9110, 12.5.3), yet never refused.
  const int identity_weight = identity.value_or(0);
  if (brotli_weight > 0 && brotli_weight >= gzip_weight && brotli_weight >= identity_weight) return Coding::Brotli;
  if (gzip_weight > 0 && gzip_weight >= identity_weight) return Coding::Gzip;
  return Coding::Identity;
}

bool is_compressible(std::string_view type) {
  return type.starts_with("text/") || type.starts_with("application/json") || type.starts_with("application/xml") ||
         type.starts_with("application/javascript") || type.starts_with("application/manifest+json") ||
         type.find("+xml") != std::string_view::npos || type.find("+json") != std::string_view::npos;
}

std::string compressed(std::string_view bytes, Coding coding, Effort effort) {
  const bool page = effort == Effort::Page;
  if (coding == Coding::Gzip) return gzipped(bytes, page ? 6 : 9);
  if (coding == Coding::Brotli) return brotlied(bytes, page ? 5 : 11, page ? kPageWindow : BROTLI_DEFAULT_WINDOW);
  return std::string(bytes);
}

std::string decompressed(std::string_view bytes, Coding coding) {
  if (coding == Coding::Gzip) return ungzipped(bytes);
  if (coding == Coding::Brotli) return unbrotlied(bytes);
  return std::string(bytes);
}

std::shared_ptr<const Stored> make_stored(std::string bytes, std::string_view type, Effort effort) {
  auto stored = std::make_shared<Stored>();
  if (bytes.size() >= kSmallestCompressed && is_compressible(type)) {
    for (auto [coding, kept] : {std::pair(Coding::Gzip, &stored->gzip), {Coding::Brotli, &stored->brotli}}) {
      std::string smaller = compressed(bytes, coding, effort);
      if (smaller.size() < bytes.size()) *kept = std::move(smaller);
    }
  }
  stored->identity = std::move(bytes);
  return stored;
}

}  // namespace rialto::web
