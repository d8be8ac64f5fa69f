#include <cmath>

#include "card/credits.h"

namespace rialto::card {

namespace {

constexpr Palette kPalettes[] = {
    {"#f2efe7", "#161616", "#d9261c", "#161616", "#f2efe7"}, {"#d8281d", "#ffffff", "#161616", "#ffffff", "#161616"},
    {"#f0c419", "#161616", "#161616", "#d9261c", "#ffffff"}, {"#1c3f94", "#ffffff", "#f2efe7", "#e8432e", "#f0c419"},
    {"#e9e6de", "#1c1c1c", "#2b6a4d", "#1c1c1c", "#d9261c"}, {"#161616", "#f2efe7", "#f2efe7", "#e0352a", "#f0c419"},
};

// Parts of rings about one centre, each twice as strong as the one within (after Müller-Brockmann, 1955).
void arcs(Canvas& canvas, const Palette& colours, Chance& chance) {
  const bool left = chance.flip();
  const Point centre{left ? 62.0 : 138.0, 190};
  double radius = 14, thick = 4;
  for (int i = 0; i < 6; ++i) {
    const int from = (left ? -100 : 80) + chance.below(5) * 30, sweep = 90 + 30 * chance.below(3);
    Pen pen;
    const auto on_ring = [&](double degrees) {
      const double angle = degrees * M_PI / 180;
      return Point{centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)};
    };
    const auto begin = on_ring(from), middle = on_ring(from + sweep / 2.0), end = on_ring(from + sweep);
    pen.move(begin.x, begin.y).arc(radius, middle.x, middle.y, true).arc(radius, end.x, end.y, true);
    canvas.stroke(pen.data(), i == 3 ? colours.two : colours.one, thick);
    radius += thick * 1.2 + 5, thick *= 1.4;
  }
}

void bars(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double lean = chance.flip() ? 45 : -45;
  canvas.turn(lean, {100, 190});
  double y = 62, thick = 1.4;
  const int accent = 4 + chance.below(4);
  for (int i = 0; i < 10; ++i) {
    canvas.rect(-60, y, 320, thick, i == accent ? colours.two : colours.one);
    y += thick + 11 - i * 0.3, thick *= 1.36;
  }
  canvas.end();
}

// A grid of dots that grow towards one corner.
void dots(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double far_x = chance.flip() ? 5 : 0, far_y = chance.below(7);
  const int other = chance.below(42);
  for (int row = 0; row < 7; ++row)
    for (int column = 0; column < 6; ++column) {
      const double distance = std::hypot(column - far_x, row - far_y);
      canvas.circle(27 + column * 29.2, 114 + row * 27, 12.8 - distance * 1.5,
                    row * 6 + column == other ? colours.two : colours.one);
    }
}

// Quarters of a circle, turned as the grid allows.
void quarters(Canvas& canvas, const Palette& colours, Chance& chance) {
  constexpr double side = 57.4;
  for (int row = 0; row < 3; ++row)
    for (int column = 0; column < 3; ++column) {
      const double x = 14 + column * side, y = 98 + row * side;
      const int kind = chance.below(7);
      const auto fill = kind == 4 ? colours.two : colours.one;
      const double a = kind % 2 == 0 ? x : x + side, b = kind / 2 % 2 == 0 ? y : y + side;
      if (kind == 6) continue;
      const double across = a == x ? x + side : x, along = b == y ? y + side : y;
      const bool clockwise = (a == x) == (b == y);
      canvas.path(Pen().move(a, b).line(across, b).arc(side, a, along, clockwise).close().data(), fill);
    }
}

}  // namespace

Canvas draw_swiss(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  using Figure = void (*)(Canvas&, const Palette&, Chance&);
  static constexpr Figure kFigures[] = {arcs, bars, dots, quarters};
  canvas.clip(0, 92, kWide, 208);
  chance.one_of(kFigures)(canvas, colours, chance);
  canvas.end();
  canvas.rect(0, 0, kWide, 92, colours.ground);
  const Style face{.face = Face::Grotesk, .letters = Case::AsWritten, .tracking = -0.025, .leading = 0.96};
  canvas.text(set_even(sheet.title, face, {.width = 172, .height = 58, .largest = 34, .lines = 4}), 14, 28, Align::Left,
              colours.ink, colours.ground);
  const Small small{.style = {.face = Face::Grotesk, .letters = Case::AsWritten, .tracking = -0.01},
                    .size = 10.5,
                    .ink = colours.ink,
                    .ground = colours.ground};
  credits_apart(canvas, sheet, small, 14, 186, 13);
  return canvas;
}

}  // namespace rialto::card
