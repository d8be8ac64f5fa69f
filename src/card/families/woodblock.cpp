#include "card/credits.h"

namespace rialto::card {

namespace {

constexpr Palette kPalettes[] = {
    {"#efe4cb", "#1d2b3f", "#cf3f27", "#2c5676", "#7fa3a8"},
    {"#e9dfc6", "#2a1f1a", "#d24a2a", "#46604f", "#a8b48a"},
    {"#f1e3cd", "#22232e", "#d8583a", "#5a4a78", "#b79cb0"},
    {"#e6e0cf", "#14202a", "#c3352a", "#1f4e63", "#8fb0b4"},
};

constexpr double kFoot = 266;
constexpr std::string_view kSeal = "#b3301b";

void mountain(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double x = chance.between(84, 126);
  canvas.circle(x > 105 ? 58 : 142, 140, 30, colours.one);
  canvas.path(Pen()
                  .move(-10, kFoot)
                  .curve(40, kFoot - 14, x - 34, 182, x - 13, 152)
                  .line(x + 13, 152)
                  .curve(x + 34, 182, 160, kFoot - 14, 210, kFoot)
                  .close()
                  .data(),
              colours.two);
  canvas.path(Pen()
                  .move(x - 13, 152)
                  .line(x + 13, 152)
                  .curve(x + 19, 162, x + 24, 170, x + 31, 179)
                  .line(x + 20, 174)
                  .line(x + 11, 188)
                  .line(x + 1, 173)
                  .line(x - 9, 187)
                  .line(x - 19, 173)
                  .line(x - 31, 179)
                  .curve(x - 24, 170, x - 19, 162, x - 13, 152)
                  .close()
                  .data(),
              colours.ground);
  for (int i = 0; i < 3; ++i)
    canvas.rect(chance.between(-20, 60), 206 + i * 17, chance.between(70, 140), 4.5, colours.ground, 0.82);
}

// The sea as a pattern of scales under a large sun.
void sea(Canvas& canvas, const Palette& colours, Chance& chance) {
  canvas.circle(chance.between(86, 128), 176, 52, colours.one);
  for (int row = 0; row < 6; ++row)
    for (double x = row % 2 == 0 ? 0 : -20; x <= 220; x += 40) {
      const double y = 218 + row * 10;
      canvas.circle(x, y, 20, colours.ground);
      for (const double radius : {18.4, 12.6, 6.8}) canvas.ring(x, y, radius, colours.two, 2.3);
    }
}

// A branch before the moon.
void branch(Canvas& canvas, const Palette& colours, Chance& chance) {
  const bool left = chance.flip();
  const double side = left ? 0 : 200, way = left ? 1 : -1;
  canvas.circle(side + 118 * way, 172, 48, colours.three);
  canvas.stroke(Pen()
                    .move(side - 6 * way, 250)
                    .curve(side + 40 * way, 236, side + 56 * way, 200, side + 108 * way, 186)
                    .curve(side + 132 * way, 180, side + 150 * way, 168, side + 172 * way, 142)
                    .data(),
                colours.ink, 4.4);
  canvas.stroke(
      Pen().move(side + 60 * way, 212).curve(side + 70 * way, 190, side + 66 * way, 168, side + 84 * way, 148).data(),
      colours.ink, 2.6);
  canvas.stroke(Pen()
                    .move(side + 112 * way, 185)
                    .curve(side + 136 * way, 196, side + 146 * way, 214, side + 172 * way, 218)
                    .data(),
                colours.ink, 2.4);
  for (int i = 0; i < 13; ++i) {
    const double along = chance.between(0.1, 1), x = side + (54 + 116 * along) * way,
                 y = 206 - 62 * along * along + chance.between(-17, 17);
    for (const Point leaf : {Point{0, -4}, Point{3.8, -1}, Point{2.4, 3.4}, Point{-2.4, 3.4}, Point{-3.8, -1}})
      canvas.circle(x + leaf.x, y + leaf.y, 3, colours.one);
  }
}

}  // namespace

Canvas draw_woodblock(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  canvas.shade("sky", colours.two, colours.ground);
  using Figure = void (*)(Canvas&, const Palette&, Chance&);
  static constexpr Figure kFigures[] = {mountain, sea, branch};
  canvas.clip(9, 9, 182, kFoot - 9);
  canvas.rect(9, 9, 182, 8, colours.two);
  chance.one_of(kFigures)(canvas, colours, chance);
  canvas.end();
  canvas.frame(9, 9, 182, 282, colours.ink, 1.4);
  canvas.rect(9, kFoot, 182, 1.4, colours.ink);
  const auto seal = set_label(sheet.year, {.face = Face::Sign}, 15, 40);
  if (runs_down(sheet.title)) {
    canvas.rect(153, 26, 30, 124, colours.ground);
    canvas.frame(153, 26, 30, 124, colours.ink, 1.2);
    const auto title = set_column(sheet.title, {}, {.width = 24, .height = 114});
    canvas.text(title, 168, 31 + (114 - title.height) / 2, Align::Middle, colours.ink, colours.ground);
  } else {
    const auto title = set_even(sheet.title, {.face = Face::Slender, .leading = 0.92},
                                {.width = 160, .height = 84, .largest = 76, .lines = 5});
    canvas.text(title, 20, 27, Align::Left, colours.ink, colours.ground);
  }
  if (!sheet.year.empty()) {
    canvas.rect(155, kFoot + 5, 31, 18, kSeal);
    canvas.text(seal, 170.5, kFoot + 14 - seal.height / 2, Align::Middle, "#fff6e6", kSeal);
  }
  const auto director = set_label(sheet.director, {.face = Face::Sign, .tracking = 0.05}, 14, 132, 9.5);
  canvas.text(director, 18, kFoot + 14 - director.height / 2, Align::Left, colours.ink, colours.ground);
  return canvas;
}

}  // namespace rialto::card
