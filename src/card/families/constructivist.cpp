#include "card/credits.h"

namespace rialto::card {

namespace {

constexpr Palette kPalettes[] = {
    {"#ece2c8", "#17140f", "#c9281b", "#17140f", "#ece2c8"},
    {"#e6d9b8", "#1a1713", "#b8341f", "#35322c", "#e6d9b8"},
    {"#c8291b", "#f3ead2", "#17140f", "#f3ead2", "#17140f"},
    {"#17140f", "#efe6cd", "#cf2f1e", "#efe6cd", "#17140f"},
};

// The wedge beats the circle (Lissitzky, 1920).
void wedge(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double x = chance.between(68, 84), y = chance.between(198, 206);
  canvas.circle(x, y, 60, colours.two);
  canvas.circle(x - 5, y + 4, 38, colours.ground);
  canvas.polygon({{206, 112}, {206, 186}, {x + 2, y + 6}}, colours.one);
  canvas.turn(-31, {x, y});
  for (const double shift : {64.0, 71.0, 80.0}) canvas.rect(x - 30, y + shift, 170, shift > 75 ? 1.4 : 3, colours.ink);
  canvas.rect(x - 90, y + 44, 76, 7, colours.one);
  canvas.end();
}

// A beam that widens in steps over a disc.
void beam(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double lean = chance.between(-36, -28);
  canvas.circle(142, 206, 44, colours.one);
  canvas.turn(lean, {100, 200});
  for (int i = 0; i < 6; ++i)
    canvas.rect(-40, 148 + i * 17, 128 + i * 20, 9.5 - i * 1.1, i % 2 == 0 ? colours.two : colours.one);
  canvas.end();
  canvas.ring(142, 206, 51, colours.ink, 1.6);
  canvas.circle(142, 206, 15, colours.ground);
}

// A tower of girders against a red square.
void tower(Canvas& canvas, const Palette& colours, Chance& chance) {
  canvas.turn(-12, {100, 200});
  canvas.rect(84, 132, 84, 150, colours.one);
  canvas.end();
  canvas.polygon({{40, 272}, {88, 132}, {97, 132}, {78, 272}}, colours.two);
  canvas.polygon({{138, 272}, {104, 132}, {113, 132}, {162, 272}}, colours.two);
  const int steps = 5 + chance.below(3);
  for (int i = 0; i < steps; ++i) {
    const double y = 146 + 126.0 * i / steps, half = 10 + 46 * (y - 132) / 140;
    canvas.line({100 - half, y}, {100 + half, y + 14}, colours.two, 2.4);
    canvas.line({100 + half, y}, {100 - half, y + 14}, colours.two, 1.2);
  }
}

}  // namespace

Canvas draw_constructivist(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  canvas.clip(0, 0, kWide, 272);
  using Figure = void (*)(Canvas&, const Palette&, Chance&);
  static constexpr Figure kFigures[] = {wedge, beam, tower};
  chance.one_of(kFigures)(canvas, colours, chance);
  canvas.end();
  canvas.rect(0, 272, kWide, 28, colours.two);
  credits_apart(canvas, sheet, {.size = 15, .ink = colours.three, .ground = colours.two}, 14, 186, 281);
  const Point corner{15, 62};
  canvas.turn(-12, corner);
  const auto title = set_filled(sheet.title, {}, {.width = 164, .height = 78, .largest = 82});
  canvas.text(title, corner.x, corner.y + (78 - title.height) * 0.3, Align::Left, colours.ink, colours.ground);
  canvas.rect(corner.x, corner.y - 10, 172, 4.5, colours.one == colours.ground ? colours.ink : colours.one);
  canvas.end();
  return canvas;
}

}  // namespace rialto::card
