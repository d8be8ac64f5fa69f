#include "picture/remake.h"

#include <vips/vips.h>
#include <vips/vector.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>

#include "picture/workshop.h"

namespace rialto::picture {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kQuality = 82;
constexpr int kEffort = 3;             // of 6: half a second for the widest
constexpr std::size_t kMostScans = 100;  // of a progressive JPEG; each is decoded over all pixels
constexpr std::chrono::seconds kPatience{5};
constexpr int kInLine = 2;  // one that is made and one that waits: each of them holds a thread of the server

struct Release {
  void operator()(VipsImage* image) const { g_object_unref(image); }
};
using Image = std::unique_ptr<VipsImage, Release>;

void say_nothing(const char*, GLogLevelFlags, const char*, void*) {}

// Once in a process: one thread a picture, nothing kept, no reader but the four.
bool start_vips() {
  if (VIPS_INIT("rialto") != 0) throw std::runtime_error("picture: libvips can't be started");
  g_log_set_handler("VIPS", static_cast<GLogLevelFlags>(G_LOG_LEVEL_MASK), say_nothing, nullptr);
  vips_concurrency_set(1);
  vips_cache_set_max(0);
  vips_vector_set_enabled(FALSE);  // no machine code made at run time, which a service may forbid
  vips_block_untrusted_set(TRUE);
  vips_operation_block_set("VipsForeignLoad", TRUE);
  for (const char* reader : {"VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif"})
    vips_operation_block_set(reader, FALSE);
  return true;
}

bool is_jpeg(std::string_view bytes) {
  return bytes.starts_with("\xFF\xD8\xFF");
}

bool is_png(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.starts_with("\x89PNG\r\n\x1A\n"sv);
}

bool is_readable(std::string_view bytes) {
  using namespace std::string_view_literals;
  return is_jpeg(bytes) || is_png(bytes) || bytes.starts_with("GIF87a"sv) ||
         bytes.starts_with("GIF89a"sv) || (bytes.starts_with("RIFF"sv) && bytes.substr(0, 12).ends_with("WEBP"sv));
}

std::size_t scans_in(std::string_view jpeg) {
  std::size_t count = 0;
  for (auto at = jpeg.find("\xFF\xDA"); at != std::string_view::npos; at = jpeg.find("\xFF\xDA", at + 2)) ++count;
  return count;
}

// Stops a pipeline whose time is over.
void stop_when_late(VipsImage* image, VipsProgress*, const Clock::time_point* end) {
  if (Clock::now() > *end) vips_image_set_kill(image, TRUE);
}

std::optional<Refused> refused_by_head(std::string_view bytes) {
  if (bytes.size() > kMostBytes) return Refused::TooManyBytes;
  if (!is_readable(bytes)) return Refused::NotAPicture;
  if (is_jpeg(bytes) && scans_in(bytes) > kMostScans) return Refused::Broken;
  if (is_png(bytes) && bytes.rfind("IEND") == std::string_view::npos) return Refused::Broken;  // its reader goes on with grey
  const Image head(vips_image_new_from_buffer(bytes.data(), bytes.size(), "", "access", VIPS_ACCESS_SEQUENTIAL, nullptr));
  if (!head) return Refused::Broken;
  const auto pixels = std::int64_t{vips_image_get_width(head.get())} * vips_image_get_height(head.get());
  return pixels > kMostPixels ? std::optional(Refused::TooManyPixels) : std::nullopt;
}

void stop_at(const Clock::time_point& end, VipsImage* image) {
  vips_image_set_progress(image, TRUE);
  g_signal_connect(image, "eval", G_CALLBACK(stop_when_late), const_cast<Clock::time_point*>(&end));
}

// In memory, upright, in sRGB, in a box of the widest size and twice its height.
Image decoded(std::string_view bytes, const Clock::time_point& end) {
  VipsImage* out = nullptr;
  const int widest = *std::rbegin(kWidths);
  if (vips_thumbnail_buffer(const_cast<char*>(bytes.data()), bytes.size(), &out, widest, "height", 2 * widest, "size",
                            VIPS_SIZE_DOWN, "export_profile", "srgb", "fail_on", VIPS_FAIL_ON_TRUNCATED, nullptr) != 0)
    return nullptr;
  const Image lazy(out);
  stop_at(end, lazy.get());
  return Image(vips_image_copy_memory(lazy.get()));
}

Image at_width(VipsImage* image, int width) {
  VipsImage* out = nullptr;
  if (vips_thumbnail_image(image, &out, width, "height", VIPS_MAX_COORD, "size", VIPS_SIZE_DOWN, nullptr) != 0)
    return nullptr;
  return Image(out);
}

// The pixels alone: whatever the file told besides is taken off, as the encoder's own "strip" leaves some of it.
Image bare(VipsImage* image) {
  VipsImage* out = nullptr;
  if (vips_copy(image, &out, nullptr) != 0) return nullptr;
  char** fields = vips_image_get_fields(out);
  for (char** field = fields; *field != nullptr; ++field) vips_image_remove(out, *field);
  g_strfreev(fields);
  return Image(out);
}

std::optional<Sheet> encoded(VipsImage* image) {
  void* bytes = nullptr;
  std::size_t size = 0;
  if (vips_webpsave_buffer(image, &bytes, &size, "Q", kQuality, "effort", kEffort, "strip", TRUE, nullptr) != 0)
    return std::nullopt;
  Sheet sheet{.width = vips_image_get_width(image),
              .height = vips_image_get_height(image),
              .webp = std::string(static_cast<const char*>(bytes), size)};
  g_free(bytes);
  return sheet;
}

std::variant<std::vector<Sheet>, Refused> made(std::string_view bytes) {
  const auto end = Clock::now() + kLongest;
  if (const auto refused = refused_by_head(bytes)) return *refused;
  const auto trouble = [&] { return Clock::now() > end ? Refused::TooSlow : Refused::Broken; };
  const auto image = decoded(bytes, end);
  if (!image) return trouble();
  std::vector<Sheet> sheets;
  for (const int width : widths_of(vips_image_get_width(image.get()))) {
    const auto smaller = at_width(image.get(), width);
    const auto pixels = smaller ? bare(smaller.get()) : nullptr;
    if (pixels) stop_at(end, pixels.get());
    auto sheet = pixels ? encoded(pixels.get()) : std::nullopt;
    if (!sheet || Clock::now() > end) return trouble();
    sheets.push_back(std::move(*sheet));
  }
  return sheets;
}

}  // namespace

std::vector<int> widths_of(int width) {
  std::vector<int> widths;
  for (const int one : kWidths)
    if (one < width) widths.push_back(one);
  widths.push_back(width);
  return widths;
}

int height_at(int width, int full_width, int full_height) {
  return std::max(1, static_cast<int>((std::int64_t{full_height} * width + full_width / 2) / full_width));
}

std::variant<std::vector<Sheet>, Refused> remake(std::string_view bytes) {
  static const bool started = start_vips();
  static Workshop workshop(kInLine, kPatience);
  auto outcome = started ? workshop.use([&] { return made(bytes); }) : std::nullopt;
  if (!outcome) return Refused::Busy;
  vips_error_clear();
  return std::move(*outcome);
}

}  // namespace rialto::picture
