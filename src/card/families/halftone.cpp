#include <algorithm>
#include <array>
#include <cmath>

#include "card/credits.h"

namespace rialto::card {

namespace {

constexpr Palette kPalettes[] = {
    {"#f3efe6", "#17191f", "#17191f", "#1f4fa0", "#d22f27"}, {"#f2c230", "#17191f", "#17191f", "#d22f27", "#f3efe6"},
    {"#c93629", "#fff3e2", "#1b1416", "#1b1416", "#fff3e2"}, {"#dfe6e4", "#14202c", "#14305c", "#d8422f", "#14202c"},
    {"#f4d9d2", "#2a1420", "#8c1f3c", "#8c1f3c", "#2a1420"}, {"#17191f", "#f3efe6", "#f3efe6", "#e8483a", "#f2c230"},
};

constexpr double kPitch = 7.6, kTop = 12, kBottom = 186;

double ball(double x, double y, Point middle, double radius) {
  const double far = std::hypot(x - middle.x, y - middle.y) / radius;
  if (far > 1) return 0;
  const double lit = std::hypot(x - middle.x + radius * 0.38, y - middle.y + radius * 0.4) / (radius * 1.5);
  return std::clamp(0.12 + lit, 0.0, 1.0);
}

// How dark each picture is at a place, from 0 to 1.
double one_ball(double x, double y) {
  return ball(x, y, {104, 100}, 78);
}
double two_balls(double x, double y) {
  return std::max(ball(x, y, {70, 78}, 52), ball(x, y, {134, 126}, 50));
}
double wave(double x, double y) {
  return std::clamp(0.5 + 0.5 * std::sin(x / 26 + 2.4 * std::sin(y / 52)), 0.08, 1.0) * (y / 200 + 0.15);
}
// A face turned to the light: brow, eyes, nose and mouth as shadows on an egg.
double face(double x, double y) {
  const double dx = (x - 100) / 58, dy = (y - 98) / 80;
  const double egg = dx * dx + dy * dy;
  if (egg > 1.08) return x > 100 ? 0.92 : 0.5;
  double dark = std::clamp(0.08 + 0.62 * (dx + 0.25), 0.05, 0.9);
  const auto shadow = [&](double cx, double cy, double wide, double high, double strength) {
    const double far = std::pow((x - cx) / wide, 2) + std::pow((y - cy) / high, 2);
    if (far < 1) dark = std::max(dark, strength * (1 - far * far * 0.5));
  };
  shadow(76, 82, 17, 8, 1), shadow(124, 82, 17, 8, 1), shadow(74, 66, 21, 4.6, 0.8), shadow(126, 66, 21, 4.6, 0.8);
  shadow(108, 108, 9, 25, 0.7), shadow(100, 144, 23, 7.5, 1);
  return dark;
}

// Dots on a grid that stands on its corner. A dot is a line without length and with a round end.
void print(Canvas& canvas, double (*picture)(double, double), std::string_view ink) {
  std::array<Pen, 7> pens;
  for (int row = 0; kTop + row * kPitch * 0.7 < kBottom; ++row)
    for (double x = 14 + (row % 2) * kPitch * 0.5; x < 188; x += kPitch) {
      const double y = kTop + row * kPitch * 0.7, dark = picture(x, y);
      const auto step = static_cast<std::size_t>(std::lround(std::sqrt(std::max(0.0, dark)) * 6));
      if (step > 0) pens[step].dot(x, y);
    }
  for (std::size_t step = 1; step < pens.size(); ++step)
    canvas.dots(pens[step].data(), ink, static_cast<double>(step) * kPitch * 0.16);
}

}  // namespace

Canvas draw_halftone(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  using Picture = double (*)(double, double);
  static constexpr Picture kPictures[] = {one_ball, two_balls, wave, face, face};
  const auto picture = chance.one_of(kPictures);
  if (picture == one_ball || picture == two_balls) canvas.rect(14, chance.between(96, 128), 172, 30, colours.two);
  if (picture == face) canvas.rect(chance.flip() ? 14 : 100, 12, 86, 174, colours.two, 0.9);
  print(canvas, picture, colours.one);
  const Style style{.face = Face::Gothic, .letters = Case::AsWritten, .tracking = -0.035, .leading = 0.92};
  const auto title = set_even(sheet.title, style, {.width = 172, .height = 66, .largest = 54, .lines = 4});
  canvas.text(title, 14, 198 + (68 - title.height) * 0.5, Align::Left, colours.ink, colours.ground);
  credits_apart(canvas, sheet, {.size = 14, .ink = colours.ink, .ground = colours.ground}, 14, 186, 280);
  return canvas;
}

}  // namespace rialto::card
