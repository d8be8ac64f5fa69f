#include <cmath>

#include "card/credits.h"

namespace rialto::card {

namespace {

constexpr Palette kPalettes[] = {
    {"#c2410e", "#fff4de", "#17120f", "#fff4de", "#17120f"}, {"#f0c01c", "#17120f", "#17120f", "#b3201c", "#f7efd9"},
    {"#17120f", "#f6ead0", "#d3261f", "#f6ead0", "#f0c01c"}, {"#7a1620", "#f8e8cf", "#f8e8cf", "#17120f", "#e58a2a"},
    {"#1f2f52", "#f6ecd6", "#f0c01c", "#e4531f", "#f6ecd6"}, {"#0f3b36", "#f6efd8", "#e8d9a8", "#e4531f", "#f6efd8"},
    {"#f2e8d0", "#1c1a18", "#1c1a18", "#c22a1c", "#f2e8d0"}, {"#4a1f4a", "#fbeadf", "#f07a5a", "#f6d36a", "#fbeadf"},
};

// One line that winds inwards, wider the farther out (the spiral of Archimedes).
void whirl(Canvas& canvas, const Palette& colours, Point centre, Chance& chance) {
  const double begin = chance.between(0, 2 * M_PI), way = chance.flip() ? 1 : -1;
  constexpr int kSteps = 96;
  std::vector<Point> outer, inner;
  for (int i = 0; i <= kSteps; ++i) {
    const double part = static_cast<double>(i) / kSteps, angle = begin + way * part * 4.5 * 2 * M_PI,
                 radius = 7 + part * 124, half = 1.4 + part * 7.4;
    outer.push_back({centre.x + (radius + half) * std::cos(angle), centre.y + (radius + half) * std::sin(angle)});
    inner.push_back({centre.x + (radius - half) * std::cos(angle), centre.y + (radius - half) * std::sin(angle)});
  }
  outer.insert(outer.end(), inner.rbegin(), inner.rend());
  canvas.polygon(outer, colours.one);
}

// Rings that slide to one side: a well, a tunnel.
void well(Canvas& canvas, const Palette& colours, Point centre, Chance& chance) {
  const double slide = chance.between(-2.6, 2.6);
  for (int i = 0; i < 11; ++i) {
    const double radius = 132 - i * 12.2;
    canvas.circle(centre.x + slide * i, centre.y + i * 1.4, radius, i % 2 == 0 ? colours.one : colours.ground);
  }
}

// Blades that turn about the middle, as of a shutter.
void blades(Canvas& canvas, const Palette& colours, Point centre, Chance& chance) {
  const int count = 9 + 2 * chance.below(4);
  const double begin = chance.between(0, 2 * M_PI), bend = chance.between(0.5, 1.1) * (chance.flip() ? 1 : -1);
  for (int i = 0; i < count; ++i) {
    const auto at = [&](double part, double far) {
      const double angle = begin + 2 * M_PI * (i + part) / count + bend * far / 150;
      return Point{centre.x + far * std::cos(angle), centre.y + far * std::sin(angle)};
    };
    std::vector<Point> points{centre};
    for (double far = 30; far <= 150; far += 30) points.push_back(at(0, far));
    for (double far = 150; far >= 30; far -= 30) points.push_back(at(0.5, far));
    canvas.polygon(points, colours.one);
  }
}

void falling(Canvas& canvas, Point at, double turn, std::string_view fill) {
  canvas.turn(turn, at);
  canvas.circle(at.x, at.y - 15, 4.6, fill);
  canvas.polygon({{at.x - 5, at.y - 9},
                  {at.x + 5, at.y - 9},
                  {at.x + 15, at.y - 18},
                  {at.x + 17, at.y - 15},
                  {at.x + 6, at.y - 2},
                  {at.x + 5, at.y + 6},
                  {at.x + 12, at.y + 22},
                  {at.x + 8, at.y + 23},
                  {at.x, at.y + 9},
                  {at.x - 9, at.y + 21},
                  {at.x - 12, at.y + 19},
                  {at.x - 5, at.y + 5},
                  {at.x - 6, at.y - 1},
                  {at.x - 17, at.y - 4},
                  {at.x - 16, at.y - 8}},
                 fill);
  canvas.end();
}

void staring(Canvas& canvas, Point at, const Palette& colours) {
  canvas.path(Pen()
                  .move(at.x - 30, at.y)
                  .curve(at.x - 12, at.y - 23, at.x + 12, at.y - 23, at.x + 30, at.y)
                  .curve(at.x + 12, at.y + 23, at.x - 12, at.y + 23, at.x - 30, at.y)
                  .close()
                  .data(),
              colours.three);
  canvas.circle(at.x, at.y, 12, colours.two == colours.three ? colours.one : colours.two);
  canvas.circle(at.x, at.y, 5, colours.three);
}

}  // namespace

Canvas draw_spiral(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  const Point centre{chance.between(90, 110), chance.between(176, 186)};
  canvas.clip(0, 88, kWide, 184);
  using Draw = void (*)(Canvas&, const Palette&, Point, Chance&);
  static constexpr Draw kWhirls[] = {whirl, whirl, well, blades};
  chance.one_of(kWhirls)(canvas, colours, centre, chance);
  if (chance.flip()) {
    canvas.circle(centre.x, centre.y, 31, colours.ground);
    falling(canvas, centre, chance.between(-70, 70), colours.two == colours.ground ? colours.ink : colours.two);
  } else {
    canvas.circle(centre.x, centre.y, 34, colours.ground);
    staring(canvas, centre, colours);
  }
  canvas.end();
  const bool brush = sheet.title.size() < 18 && chance.flip();
  const Style style{
      .face = brush ? Face::Brush : Face::Sign, .letters = brush ? Case::AsWritten : Case::Capitals, .leading = 0.9};
  const auto title = set_even(sheet.title, style, {.width = 172, .height = 64, .largest = 72, .lines = 4});
  canvas.text(title, 100, 12 + (68 - title.height) / 2, Align::Middle, colours.ink, colours.ground);
  credits_apart(canvas, sheet, {.size = 14, .ink = colours.ink, .ground = colours.ground}, 14, 186, 281);
  return canvas;
}

}  // namespace rialto::card
