#include "card/credits.h"

namespace rialto::card {

namespace {

constexpr Palette kPalettes[] = {
    {"#f2e2bf", "#3c1d10", "#7c2d14", "#cf5a1e", "#e8a23a"}, {"#3a1f14", "#f6e3bb", "#d9541e", "#ee9a2e", "#f3cf74"},
    {"#e9dcc0", "#24352f", "#2f5d50", "#7d9c62", "#e0a83a"}, {"#efd9a8", "#4a1730", "#7c1f3f", "#d9483b", "#f08a3a"},
    {"#1f2c44", "#f4e6c6", "#e0603a", "#efa53e", "#f4dc9a"},
};

constexpr double kWidth = 15;

std::string_view stripe_of(const Palette& colours, int i) {
  const std::string_view fills[] = {colours.one, colours.two, colours.three};
  return fills[i % 3];
}

// In from the left, round a corner, and down.
void bend(Canvas& canvas, const Palette& colours, Chance& chance) {
  const int stripes = 5;
  for (int i = 0; i < stripes; ++i) {
    const double radius = 24 + (stripes - i) * kWidth, y = 112 + i * kWidth, x = 60 + radius;
    canvas.stroke(Pen().move(-10, y).line(60, y).arc(radius, x, y + radius, true).line(x, 320).data(),
                  stripe_of(colours, i), kWidth - 1.5);
  }
  canvas.circle(60, 112 + (stripes + 1.6) * kWidth + 10, chance.between(15, 20), colours.ink);
}

// Half circles that rise from the foot.
void rainbow(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double x = chance.between(78, 122);
  for (int i = 0; i < 6; ++i) canvas.circle(x, 262, 126 - i * 18, i == 5 ? colours.ink : stripe_of(colours, i));
}

// An S that runs through the sheet.
void river(Canvas& canvas, const Palette& colours, Chance& chance) {
  const bool mirrored = chance.flip();
  for (int i = 0; i < 4; ++i) {
    const double shift = i * kWidth, x = 40 + shift;
    const auto at = [&](double value) { return mirrored ? 200 - value : value; };
    canvas.stroke(Pen().move(at(x), 90).curve(at(x), 190, at(x + 96), 160, at(x + 96), 290).data(),
                  stripe_of(colours, i), kWidth - 1);
  }
  canvas.circle(mirrored ? 48 : 152, 142, 21, colours.three);
}

// A sun that sinks into bands.
void dusk(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double x = chance.between(84, 116);
  canvas.circle(x, 196, 68, colours.two);
  canvas.circle(x, 196, 46, colours.three);
  double y = 206;
  for (int i = 0; i < 5; ++i) {
    canvas.rect(0, y, kWide, 18, stripe_of(colours, i + 2));
    y += 14;
  }
}

}  // namespace

Canvas draw_stripes(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  using Figure = void (*)(Canvas&, const Palette&, Chance&);
  static constexpr Figure kFigures[] = {bend, rainbow, river, dusk};
  canvas.clip(0, 90, kWide, 180);
  chance.one_of(kFigures)(canvas, colours, chance);
  canvas.end();
  const auto face = chance.flip() ? Face::Bookman : Face::Gothic;
  const Style style{.face = face, .letters = Case::AsWritten, .tracking = -0.04, .leading = 0.92};
  const auto title = set_even(sheet.title, style, {.width = 172, .height = 70, .largest = 52, .lines = 4});
  canvas.text(title, 14, 15 + (70 - title.height) * 0.4, Align::Left, colours.ink, colours.ground);
  const Small small{.style = {.face = Face::Gothic, .letters = Case::AsWritten, .tracking = -0.01},
                    .size = 12,
                    .ink = colours.ink,
                    .ground = colours.ground};
  credits_apart(canvas, sheet, small, 14, 186, 280);
  return canvas;
}

}  // namespace rialto::card
