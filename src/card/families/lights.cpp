#include <cmath>

#include "card/credits.h"

namespace rialto::card {

namespace {

// ground to three: the night from above to the street; ink, one and two: lamps
constexpr Palette kPalettes[] = {
    {"#0b1226", "#f3ead6", "#f0b35a", "#5b83c4", "#1c2a4e"}, {"#071d20", "#e9f2e6", "#8fe0a8", "#3f8fa8", "#0f3a3c"},
    {"#1a0b1e", "#fbe9e2", "#f0567a", "#f0a35a", "#3c1638"}, {"#120e0c", "#f7ead2", "#f28a3c", "#c23a2c", "#33201a"},
    {"#0a0f14", "#eef2f4", "#d8e6f0", "#5f88a8", "#1e2f3e"}, {"#0d0a22", "#f4ecff", "#ff7ad0", "#53c7f0", "#2c1d5a"},
    {"#160a08", "#fff0e4", "#ff6a3a", "#ffc14a", "#4a1a14"}, {"#06161c", "#eafaf6", "#ffd36a", "#2fb8a8", "#0c3c46"},
    {"#121214", "#f4f2ec", "#e8402e", "#f2e6c8", "#2e2e34"}, {"#0a1a14", "#f2f6e8", "#d6f05a", "#f08a4a", "#163a2a"},
};

// Lamps out of focus, smaller and closer together towards the horizon.
void city(Canvas& canvas, const Palette& colours, Chance& chance) {
  const std::string_view lamps[] = {colours.one, colours.two, colours.one, colours.ink};
  for (int i = 0; i < 46; ++i) {
    const double near = chance.between(0, 1) * chance.between(0.2, 1);
    canvas.circle(chance.between(-6, 206), 118 + near * 132, 2 + near * 15, lamps[chance.below(4)],
                  chance.between(0.16, 0.5));
  }
}

// Lamps of a street that runs to its end.
void street(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double x = chance.between(80, 120), y = 142;
  canvas.glow("far", colours.one, 0.7);
  canvas.circle(x, y, 46, "url(#far)");
  for (int i = 0; i < 8; ++i) {
    const double far = std::pow(0.66, i), size = 11 * far;
    for (const double side : {-1.0, 1.0})
      canvas.circle(x + side * 106 * far, y - 42 * far, size, colours.one, 0.85 - i * 0.05);
    for (const double side : {-1.0, 1.0})
      canvas.circle(x + side * 74 * far, y + 96 * far, size * 0.62, side < 0 ? colours.ink : colours.two,
                    0.75 - i * 0.05);
  }
}

// Drops on a pane, what is behind them broken into colours.
void rain(Canvas& canvas, const Palette& colours, Chance& chance) {
  const std::string_view lamps[] = {colours.one, colours.two, colours.ink};
  for (int i = 0; i < 9; ++i)
    canvas.circle(chance.between(10, 190), chance.between(118, 230), chance.between(12, 26), lamps[i % 3], 0.22);
  for (int i = 0; i < 34; ++i) {
    const double x = chance.between(6, 194), y = chance.between(96, 210), long_by = chance.between(14, 48);
    canvas.line({x, y}, {x - long_by * 0.16, y + long_by}, colours.ink, chance.between(0.5, 1.3),
                chance.between(0.2, 0.55));
  }
}

// Towers with windows, some of them lit.
void windows(Canvas& canvas, const Palette& colours, Chance& chance) {
  double x = -4;
  while (x < kWide) {
    const double wide = chance.between(26, 46), top = chance.between(104, 190);
    canvas.rect(x, top, wide, kHigh - top, colours.ground);
    for (double y = top + 7; y < 262; y += 9)
      for (double at = x + 5; at < x + wide - 7; at += 7.5)
        if (chance.below(5) < 2)
          canvas.rect(at, y, 3.6, 5, chance.below(4) == 0 ? colours.two : colours.one, chance.between(0.35, 0.95));
    x += wide + chance.between(0, 7);
  }
}

// What a long exposure leaves of the traffic.
void trails(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double far = chance.between(60, 140), high = chance.between(128, 150);
  canvas.glow("far", colours.ink, 0.6);
  canvas.circle(far, high, 40, "url(#far)");
  for (int i = 0; i < 15; ++i) {
    const double end = -60 + i * 23 + chance.between(-6, 6), bend = chance.between(0.25, 0.6);
    canvas.stroke(Pen().move(far, high).bend(far + (end - far) * bend, high + 46, end, 270).data(),
                  i < 8 ? colours.one : colours.two, chance.between(0.8, 3.4), chance.between(0.45, 0.9));
  }
}

// Signs over a street: tubes of light, one within the other.
void tubes(Canvas& canvas, const Palette& colours, Chance& chance) {
  canvas.glow("tube", colours.one, 0.42);
  const double x = chance.between(72, 128);
  canvas.circle(x, 176, 96, "url(#tube)");
  const int sides = 3 + chance.below(4);
  const double lean = chance.between(0, 360);
  for (int ring = 0; ring < 5; ++ring) {
    const double far = 22 + ring * 15.0;
    Pen pen;
    for (int i = 0; i < sides; ++i) {
      const double angle = (lean + i * 360.0 / sides) * M_PI / 180;
      const double to_x = x + far * std::cos(angle), to_y = 176 + far * std::sin(angle);
      i == 0 ? pen.move(to_x, to_y) : pen.line(to_x, to_y);
    }
    canvas.stroke(pen.close().data(), ring % 2 == 0 ? colours.one : colours.two, 2.4, 1 - ring * 0.14);
  }
}

}  // namespace

Canvas draw_lights(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  canvas.shade("night", colours.ground, colours.three);
  canvas.rect(0, 0, kWide, 264, "url(#night)");
  using Figure = void (*)(Canvas&, const Palette&, Chance&);
  static constexpr Figure kFigures[] = {city, street, rain, windows, trails, tubes};
  canvas.clip(0, 88, kWide, 178);
  chance.one_of(kFigures)(canvas, colours, chance);
  canvas.end();
  canvas.rect(0, 264, kWide, 36, colours.ground);
  const auto title = set_even(sheet.title, {.face = Face::Sign, .leading = 0.88},
                              {.width = 172, .height = 68, .largest = 92, .lines = 4});
  canvas.text(title, 14, 15, Align::Left, colours.ink, colours.ground);
  credits_apart(canvas, sheet, {.size = 14, .ink = colours.ink, .ground = colours.ground}, 14, 186, 278);
  return canvas;
}

}  // namespace rialto::card
