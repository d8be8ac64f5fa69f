#include "picture/paint.h"

#include <librsvg/rsvg.h>

#include <memory>
#include <stdexcept>

#include "picture/workshop.h"

namespace rialto::picture {

namespace {

constexpr std::chrono::seconds kPatience{3};
constexpr int kInLine = 3;

struct Release {
  void operator()(RsvgHandle* drawing) const { g_object_unref(drawing); }
  void operator()(cairo_surface_t* sheet) const { cairo_surface_destroy(sheet); }
  void operator()(cairo_t* brush) const { cairo_destroy(brush); }
};

using Drawing = std::unique_ptr<RsvgHandle, Release>;
using Sheet = std::unique_ptr<cairo_surface_t, Release>;

cairo_status_t append(void* out, const unsigned char* bytes, unsigned int size) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

// Without an address of its own a drawing can name no file.
Drawing drawing_of(std::string_view svg) {
  Drawing drawing(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr));
  if (!drawing) throw std::runtime_error("picture: a drawing can't be read");
  return drawing;
}

std::string painted(std::string_view svg, int width, int height) {
  const auto drawing = drawing_of(svg);
  const Sheet sheet(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  const std::unique_ptr<cairo_t, Release> brush(cairo_create(sheet.get()));
  const RsvgRectangle all{.x = 0, .y = 0, .width = static_cast<double>(width), .height = static_cast<double>(height)};
  if (!rsvg_handle_render_document(drawing.get(), brush.get(), &all, nullptr))
    throw std::runtime_error("picture: a drawing can't be painted");
  std::string png;
  if (cairo_surface_write_to_png_stream(sheet.get(), append, &png) != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error("picture: a painting can't be written as PNG");
  return png;
}

}  // namespace

std::optional<std::string> paint(std::string_view svg, int width, int height) {
  static Workshop workshop(kInLine, kPatience);
  return workshop.use([&] { return painted(svg, width, height); });
}

}  // namespace rialto::picture
