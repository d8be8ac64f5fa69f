#include <cmath>

#include "card/credits.h"

namespace rialto::card {

namespace {

constexpr Palette kPalettes[] = {
    {"#160a2c", "#fdf0ff", "#ff4f9a", "#ffb347", "#3ad6e8"},
    {"#081a2e", "#f0fbff", "#ff6a4d", "#ffd166", "#2ec4e0"},
    {"#1d0718", "#fff0f4", "#ff3d5e", "#ff9a3d", "#b06bff"},
    {"#0a0a12", "#f4f4ff", "#e83f8f", "#7b5cff", "#39e0c0"},
    {"#04140e", "#effff4", "#f2e14a", "#f2704a", "#4af2a1"},
    {"#0c0f2a", "#f2f4ff", "#ff8f3d", "#ffd84a", "#5aa0ff"},
};

constexpr double kSkyline = 182;

// A sun in slices over a grid that runs to the horizon.
void sunset(Canvas& canvas, const Palette& colours, Chance& chance) {
  canvas.shade("sun", colours.two, colours.one);
  const double x = chance.between(84, 116);
  canvas.circle(x, kSkyline - 22, 56, "url(#sun)");
  for (int i = 0; i < 6; ++i) canvas.rect(0, kSkyline - 46 + i * 9.6, kWide, 1.4 + i * 0.9, colours.ground);
  canvas.rect(0, kSkyline, kWide, 60, colours.ground);
  for (int i = -9; i <= 9; ++i) canvas.line({100 + i * 9.0, kSkyline}, {100 + i * 44.0, 262}, colours.three, 0.9, 0.8);
  for (double y = kSkyline, step = 3; y < 256; y += step, step *= 1.42)
    canvas.line({0, y}, {kWide, y}, colours.three, 0.9, 0.9);
}

// Peaks of wire before a moon.
void peaks(Canvas& canvas, const Palette& colours, Chance& chance) {
  canvas.shade("moon", colours.one, colours.ground);
  canvas.circle(chance.flip() ? 140 : 60, 128, 40, "url(#moon)");
  double x = -20;
  Point before{-20, 236};
  while (x < 210) {
    const Point top{x + chance.between(16, 30), chance.between(130, 178)}, foot{x + chance.between(44, 58), 236};
    canvas.polygon({before, top, foot}, colours.ground);
    for (int i = 0; i <= 3; ++i) canvas.line(top, {before.x + (foot.x - before.x) * i / 3.0, 236}, colours.three, 1);
    canvas.line({(before.x + top.x) / 2, (236 + top.y) / 2}, {(foot.x + top.x) / 2, (236 + top.y) / 2}, colours.one, 1);
    before = {foot.x - 16, 236}, x = foot.x - 16;
  }
  canvas.rect(0, 236, kWide, 2, colours.three);
}

// Beams that fall apart in the colours of a test card.
void beams(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double x = chance.between(70, 130);
  const std::string_view fills[] = {colours.three, colours.one, colours.two};
  for (int i = 0; i < 9; ++i) {
    const double left = -70 + i * 38;
    canvas.polygon({{x, 112}, {left, 252}, {left + 20, 252}}, fills[i % 3], 0.92);
  }
  canvas.circle(x, 116, 19, colours.ink);
  canvas.circle(x, 116, 12, colours.ground);
}

// A tunnel of frames that draws one in.
void tunnel(Canvas& canvas, const Palette& colours, Chance& chance) {
  const std::string_view fills[] = {colours.three, colours.one, colours.two};
  const double x = chance.between(86, 114), lean = chance.between(-7, 7);
  for (int i = 9; i >= 0; --i) {
    const double wide = 6 + i * i * 2.1 + i * 5, high = wide * 0.72;
    canvas.turn(lean * i, {x, 170});
    canvas.frame(x - wide / 2, 170 - high / 2, wide, high, fills[i % 3], 0.8 + i * 0.3);
    canvas.end();
  }
}

// A head of facets, as the first computers drew it.
void facets(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double way = chance.flip() ? 1 : -1;
  const auto at = [&](double x, double y) { return Point{100 + way * x, 168 + y}; };
  const Point points[] = {at(-40, -22), at(-18, -66), at(22, -68), at(44, -26), at(36, 10), at(14, 62), at(-24, 52), at(2, -14), at(18, 16)};
  const int faces[][3] = {{0, 1, 7}, {1, 2, 7}, {2, 3, 7}, {3, 8, 7}, {3, 4, 8}, {4, 5, 8}, {5, 6, 8}, {6, 0, 7}, {6, 7, 8}};
  const std::string_view fills[] = {colours.one, colours.two, colours.three};
  for (int i = 0; i < 9; ++i)
    canvas.polygon({points[faces[i][0]], points[faces[i][1]], points[faces[i][2]]}, fills[i % 3], 0.55 + 0.05 * i);
  for (const auto& face : faces)
    for (int side = 0; side < 3; ++side)
      canvas.line(points[face[side]], points[face[(side + 1) % 3]], colours.ground, 1.2);
}

// The sleeve of a tape that was recorded at home: a label, written on by hand.
Canvas home_tape(const Sheet& sheet, const Palette& colours) {
  Canvas canvas("#15141a", sheet.label);
  const std::string_view fills[] = {colours.one, colours.two, colours.three};
  canvas.clip(0, 0, kWide, 270);
  canvas.turn(-38, {0, 0});
  for (int i = 0; i < 3; ++i) canvas.rect(-200, 196 + i * 17, 420, 13, fills[i]);
  canvas.end();
  canvas.end();
  canvas.rect(14, 22, 172, 118, "#f3efe2");
  canvas.rect(14, 22, 172, 9, colours.one);
  for (int i = 0; i < 3; ++i) canvas.rect(22, 68 + i * 26.0, 156, 0.8, "#9a968c");
  const auto title = set_even(sheet.title, {.face = Face::Brush, .letters = Case::AsWritten, .leading = 0.95},
                              {.width = 154, .height = 72, .largest = 44, .lines = 4});
  canvas.text(title, 100, 40 + (78 - title.height) / 2, Align::Middle, "#23283f", "#f3efe2");
  const auto tape = set_label(sheet.year, {.face = Face::Narrow}, 12, 70);
  canvas.text(tape, 176, 124, Align::Right, "#23283f", "#f3efe2");
  credits_apart(
      canvas,
      {.title = sheet.title, .director = sheet.director, .year = "", .label = sheet.label, .chance = sheet.chance},
      {.size = 14, .ink = "#f3efe2", .ground = "#15141a"}, 14, 186, 280);
  return canvas;
}

}  // namespace

Canvas draw_video(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  if (chance.below(4) == 0) return home_tape(sheet, colours);
  Canvas canvas(colours.ground, sheet.label);
  using Figure = void (*)(Canvas&, const Palette&, Chance&);
  static constexpr Figure kFigures[] = {sunset, peaks, beams, tunnel, facets};
  canvas.clip(0, 84, kWide, 170);
  chance.one_of(kFigures)(canvas, colours, chance);
  canvas.end();
  canvas.rect(0, 252, kWide, 48, colours.ground);
  const bool brush = sheet.title.size() < 16 && chance.flip();
  const Style style{
      .face = brush ? Face::Brush : Face::Sign, .letters = brush ? Case::AsWritten : Case::Capitals, .leading = 0.88};
  const auto title = set_even(sheet.title, style, {.width = 168, .height = 62, .largest = 72, .lines = 4});
  const double top = 16 + (66 - title.height) / 2;
  canvas.shadow(title, 101.8, top + 1.8, Align::Middle, colours.one);
  canvas.text(title, 100, top, Align::Middle, colours.ink, colours.ground);
  const std::string_view fills[] = {colours.one, colours.two, colours.three};
  for (int i = 0; i < 3; ++i) canvas.rect(0, 256 + i * 4.0, kWide, 3, fills[i]);
  credits_apart(canvas, sheet, {.size = 14, .ink = colours.ink, .ground = colours.ground}, 14, 186, 280);
  return canvas;
}

}  // namespace rialto::card
