#include <cmath>

#include "card/credits.h"

namespace rialto::card {

namespace {

constexpr Palette kPalettes[] = {
    {"#c4400f", "#fdf0d8", "#1a1714", "#f2b01e", "#1a1714"}, {"#efb221", "#1a1714", "#1a1714", "#d43a20", "#fdf3dc"},
    {"#f1e7d0", "#1a1714", "#c92f1f", "#1a1714", "#e2a021"}, {"#1f5b66", "#fbf0d9", "#1a1714", "#e98a2b", "#f3d9a2"},
    {"#1b1815", "#f6ead0", "#d9431f", "#f2e2b8", "#e8a722"}, {"#a81f1b", "#fbefd7", "#1a1714", "#f1e2c0", "#e58b29"},
};

// A rectangle as scissors leave it.
std::vector<Point> snipped(double x, double y, double width, double height, double off, Chance& chance) {
  const auto by = [&] { return chance.between(-off, off); };
  return {{x + by(), y + by()},
          {x + width * 0.52, y + by() * 0.5},
          {x + width + by(), y + by()},
          {x + width + by(), y + height + by()},
          {x + width * 0.45, y + height + by() * 0.5},
          {x + by(), y + height + by()}};
}

// Bars that hang and stand, one of them broken.
void bars(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double widths[] = {22, 15, 27, 18, 24};
  double x = 12;
  const int broken = chance.below(5);
  for (int i = 0; i < 5; ++i) {
    const double top = i % 2 == 0 ? -8 : 176 - chance.between(58, 120),
                 end = i % 2 == 0 ? chance.between(86, 158) : 176;
    const auto fill = i == broken ? colours.two : colours.one;
    if (i == broken) canvas.turn(chance.flip() ? 7 : -7, {x + 12, 90});
    canvas.polygon(snipped(x, top, widths[i], end - top, 3.4, chance), fill);
    if (i == broken) canvas.end();
    x += widths[i] + 16;
  }
}

// A body in pieces, as if drawn on the floor.
void body(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double lean = chance.between(-14, 14);
  canvas.turn(lean, {100, 96});
  canvas.polygon(snipped(72, 62, 54, 74, 4, chance), colours.one);
  canvas.polygon({{86, 24}, {108, 18}, {120, 34}, {112, 53}, {92, 56}, {80, 42}}, colours.two);
  canvas.polygon({{67, 64}, {71, 82}, {38, 92}, {14, 62}, {24, 54}, {41, 74}}, colours.one);
  canvas.polygon({{131, 62}, {167, 48}, {187, 20}, {196, 29}, {174, 62}, {133, 82}}, colours.one);
  canvas.polygon({{72, 141}, {95, 140}, {90, 190}, {66, 191}}, colours.one);
  canvas.polygon({{101, 140}, {125, 138}, {146, 184}, {123, 192}}, colours.one);
  canvas.end();
}

// A disc with a wedge taken out, and what was taken.
void disc(Canvas& canvas, const Palette& colours, Chance& chance) {
  std::vector<Point> points;
  const double missing = chance.between(0.12, 0.2), turn = chance.between(-1.4, 0.6);
  for (int i = 0; i <= 15; ++i) {
    const double angle = turn + 2 * M_PI * (missing / 2 + (1 - missing) * i / 15), far = 70 + chance.between(-3.5, 3.5);
    points.push_back({94 + far * std::cos(angle), 94 + far * std::sin(angle)});
  }
  points.push_back({94, 94});
  canvas.polygon(points, colours.one);
  const double away = 24, half = M_PI * missing * 0.86;
  const Point tip{94 + away * std::cos(turn), 94 + away * std::sin(turn)};
  canvas.polygon({tip,
                  {tip.x + 68 * std::cos(turn - half), tip.y + 68 * std::sin(turn - half)},
                  {tip.x + 68 * std::cos(turn + half), tip.y + 68 * std::sin(turn + half)}},
                 colours.two);
  canvas.polygon(snipped(54, 84, 30, 15, 3, chance), colours.ground);
}

// Sheets laid over each other, stepping down.
void stairs(Canvas& canvas, const Palette& colours, Chance& chance) {
  const int steps = 5 + chance.below(3);
  const double high = 176.0 / steps;
  for (int i = 0; i < steps; ++i) {
    const double width = 40 + 150.0 * (i + 1) / steps;
    const auto fill = i % 3 == 0 ? colours.one : i % 3 == 1 ? colours.two : colours.three;
    canvas.polygon(snipped(-8, i * high, width, high + 5, 3, chance), fill);
  }
}

}  // namespace

Canvas draw_cut_paper(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  using Figure = void (*)(Canvas&, const Palette&, Chance&);
  static constexpr Figure kFigures[] = {bars, body, disc, stairs};
  canvas.clip(0, 0, kWide, 196);
  chance.one_of(kFigures)(canvas, colours, chance);
  canvas.end();
  const auto title = set_even(sheet.title, {.face = Face::Sign, .tracking = 0.01, .leading = 0.86},
                              {.width = 170, .height = 66, .largest = 66, .lines = 4});
  canvas.text_by_hand(title, 15, 199 + (68 - title.height) / 2, Align::Left, colours.ink, colours.ground, 3, 0.022,
                      chance);
  credits_apart(canvas, sheet, {.size = 14, .ink = colours.ink, .ground = colours.ground}, 15, 185, 279);
  return canvas;
}

}  // namespace rialto::card
