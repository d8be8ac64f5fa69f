#include <cmath>

#include "card/credits.h"

namespace rialto::card {

namespace {

constexpr Palette kPalettes[] = {
    {"#10201c", "#e8c878", "#c79a45", "#1d3a33", "#0a1512"}, {"#141420", "#ead9b0", "#c9a45a", "#262a44", "#0d0d16"},
    {"#f0e6cf", "#1d1a17", "#a8702a", "#dccaa2", "#1d1a17"}, {"#3a0f18", "#efcf96", "#c98d4a", "#561a26", "#240910"},
    {"#0f2233", "#efe0b8", "#d0a85c", "#1b3a54", "#0a1722"},
};

constexpr double kFloor = 236;

void fan(Canvas& canvas, const Palette& colours, Chance& chance) {
  const int rays = 8 + 2 * chance.below(3);
  for (int i = 0; i < rays; ++i) {
    const double from = M_PI * (i + 0.08) / rays, to = M_PI * (i + 0.62) / rays;
    canvas.polygon({{100, kFloor},
                    {100 - 150 * std::cos(from), kFloor - 150 * std::sin(from)},
                    {100 - 150 * std::cos(to), kFloor - 150 * std::sin(to)}},
                   i % 2 == 0 ? colours.one : colours.two);
  }
  for (const double radius : {52.0, 42.0, 32.0})
    canvas.circle(100, kFloor, radius, radius == 42 ? colours.ink : colours.ground);
  canvas.circle(100, kFloor, 21, colours.one);
}

// A tower in steps, light behind it.
void tower(Canvas& canvas, const Palette& colours, Chance& chance) {
  for (const double radius : {98.0, 80.0, 62.0}) canvas.ring(100, 176, radius, colours.one, 1.1, 0.75);
  canvas.circle(100, 176, 46, colours.two);
  const int steps = 4 + chance.below(2);
  for (int i = 0; i < steps; ++i) {
    const double half = 54 - i * 44.0 / steps, top = kFloor - 26 - i * 21.0;
    canvas.rect(100 - half, top, half * 2, kFloor - top, i % 2 == 0 ? colours.one : colours.ink);
    canvas.rect(100 - half + 2, top + 3, half * 2 - 4, kFloor - top - 3,
                colours.three == colours.ink ? colours.ground : colours.three);
  }
  for (int i = -2; i <= 2; ++i)
    canvas.rect(100 + i * 9 - 1, kFloor - 22 - (2 - std::abs(i)) * 21, 2, 22 + (2 - std::abs(i)) * 21, colours.ink);
  canvas.polygon({{98, kFloor - 100}, {100, 116}, {102, kFloor - 100}}, colours.ink);
}

void scales(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double radius = chance.flip() ? 22.5 : 30;
  canvas.clip(10, 118, 180, kFloor - 118);
  for (int row = 0; row * radius / 1.6 < 170; ++row)
    for (double x = 10 + (row % 2) * radius; x <= 190 + radius; x += radius * 2) {
      const double y = 126 + row * radius / 1.6;
      canvas.circle(x, y + radius, radius, row % 2 == 0 ? colours.two : colours.ground);
      for (const double part : {0.94, 0.68, 0.42}) canvas.ring(x, y + radius, radius * part, colours.one, 1.5);
    }
  canvas.end();
}

}  // namespace

Canvas draw_deco(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  canvas.clip(10, 96, 180, kFloor - 96);
  using Figure = void (*)(Canvas&, const Palette&, Chance&);
  static constexpr Figure kFigures[] = {fan, tower, scales};
  chance.one_of(kFigures)(canvas, colours, chance);
  canvas.end();
  canvas.rect(0, 0, kWide, 112, colours.ground);
  canvas.frame(7, 7, 186, 286, colours.one, 2.2);
  canvas.frame(11.5, 11.5, 177, 277, colours.one, 0.8);
  for (const double y : {112.0, kFloor})
    canvas.rect(11, y, 178, 2.4, colours.one), canvas.rect(11, y + 4.4, 178, 0.9, colours.one);
  const auto title = set_even(sheet.title, {.face = Face::Geometric, .tracking = 0.06, .leading = 1},
                              {.width = 156, .height = 80, .largest = 40, .lines = 5});
  canvas.text(title, 100, 20 + (84 - title.height) / 2, Align::Middle, colours.ink, colours.ground);
  const Small small{.style = {.face = Face::Sign, .tracking = 0.12, .leading = 1.12},
                    .size = 15,
                    .ink = colours.ink,
                    .ground = colours.ground};
  credits_stacked(canvas, sheet, small, 100, 264.5 - stacked_height(sheet, small) / 2, 156, Align::Middle);
  return canvas;
}

}  // namespace rialto::card
