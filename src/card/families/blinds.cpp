#include "card/credits.h"

namespace rialto::card {

namespace {

// ground: the room; ink: the title; one: neon; two: the lit wall; three: light
constexpr Palette kPalettes[] = {
    {"#0f1216", "#f3ead2", "#e8c25a", "#2a3038", "#d8d0b8"},
    {"#12101a", "#f2e6d0", "#f0663a", "#2c2740", "#e0d4c4"},
    {"#0c1a20", "#f0ead8", "#f0b640", "#1e3640", "#c4d0cc"},
    {"#191512", "#f2e8d4", "#ea5a40", "#3a3029", "#e0cfa8"},
    {"#10171f", "#eef1ea", "#e6d9a0", "#2b3c4c", "#c9d2d8"},
    {"#1c0f12", "#f6e6dc", "#e2b25a", "#472630", "#e0c6c0"},
    {"#0f1a14", "#eef0de", "#d6c25a", "#26402f", "#cdd6c2"},
    {"#161616", "#f0efe9", "#d9d4c4", "#3a3a3a", "#cfcfcf"},
};

// Someone in a hat and a long coat, standing at x with the feet at y.
void figure(Canvas& canvas, double x, double y, double high, std::string_view fill) {
  const double u = high / 100;
  canvas.path(Pen()
                  .move(x - 13 * u, y)
                  .curve(x - 17 * u, y - 40 * u, x - 20 * u, y - 62 * u, x - 15 * u, y - 74 * u)
                  .curve(x - 12 * u, y - 79 * u, x - 6 * u, y - 80 * u, x - 5 * u, y - 84 * u)
                  .line(x - 6 * u, y - 89 * u)
                  .bend(x - 14 * u, y - 90 * u, x - 14 * u, y - 92 * u)
                  .bend(x - 12 * u, y - 93 * u, x - 7 * u, y - 93 * u)
                  .curve(x - 7 * u, y - 101 * u, x + 8 * u, y - 101 * u, x + 8 * u, y - 93 * u)
                  .bend(x + 14 * u, y - 93 * u, x + 15 * u, y - 91 * u)
                  .bend(x + 12 * u, y - 89 * u, x + 7 * u, y - 89 * u)
                  .line(x + 6 * u, y - 84 * u)
                  .curve(x + 8 * u, y - 80 * u, x + 13 * u, y - 79 * u, x + 16 * u, y - 74 * u)
                  .curve(x + 20 * u, y - 62 * u, x + 17 * u, y - 40 * u, x + 13 * u, y)
                  .line(x + 3 * u, y)
                  .line(x, y - 26 * u)
                  .line(x - 3 * u, y)
                  .close()
                  .data(),
              fill);
}

// Light of a window through slats, on the wall of a dark room, and who stands before it.
void slats(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double lean = chance.between(14, 26) * (chance.flip() ? 1 : -1), left = chance.between(18, 34),
               right = 200 - chance.between(18, 34);
  for (int i = 0; i < 12; ++i) {
    const double y = 18 + i * 14.6;
    canvas.polygon(
        {{left, y - lean / 2}, {right, y + lean / 2}, {right, y + lean / 2 + 8.4}, {left, y - lean / 2 + 8.4}},
        i < 2 || i > 9 ? colours.two : colours.three);
  }
  figure(canvas, chance.flip() ? 70 : 128, 212, 150, colours.ground);
}

// A lamp in a street, its cone, a long shadow.
void lamp(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double x = chance.flip() ? 132 : 68, away = x > 100 ? -1 : 1;
  canvas.polygon({{x - 5, 42}, {x + 5, 42}, {x + 62, 190}, {x - 62, 190}}, colours.two);
  canvas.polygon({{x - 3, 42}, {x + 3, 42}, {x + 36, 190}, {x - 36, 190}}, colours.three, 0.35);
  canvas.path(Pen()
                  .move(x - 62, 190)
                  .curve(x - 62, 206, x + 62, 206, x + 62, 190)
                  .curve(x + 62, 176, x - 62, 176, x - 62, 190)
                  .close()
                  .data(),
              colours.three);
  canvas.polygon({{x - 9 * away, 193}, {x - 3 * away, 193}, {x + 70 * away, 219}, {x + 40 * away, 219}},
                 colours.ground);
  figure(canvas, x - 6 * away, 194, 84, colours.ground);
  const double post = x - 46 * away;
  canvas.rect(post - 1.5, 34, 3, 160, colours.ground);
  canvas.rect(x < post ? x - 4 : post - 1.5, 32, 50, 3, colours.three, 0.5);
  canvas.polygon({{x - 10, 43}, {x - 5, 33}, {x + 5, 33}, {x + 10, 43}}, colours.one);
}

// A door left open: one blade of light over the floor.
void door(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double x = chance.between(92, 122);
  canvas.rect(0, 20, 200, 130, colours.two);
  canvas.polygon({{x, 28}, {x + 34, 20}, {x + 34, 162}, {x, 150}}, colours.three);
  canvas.polygon({{x, 150}, {x + 34, 162}, {x - 12, 216}, {x - 96, 216}}, colours.three);
  figure(canvas, x + 15, 157, 104, colours.ground);
  canvas.polygon({{x + 4, 156}, {x + 27, 158}, {x - 32, 216}, {x - 66, 216}}, colours.ground);
}

// A window's light, thrown across a wall and cut by its bars; somebody stands at its edge.
void window(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double way = chance.flip() ? 1 : -1, x = 100 - 14 * way, lean = 34 * way;
  canvas.rect(0, 0, kWide, 176, colours.two);
  for (int row = 0; row < 3; ++row)
    for (int column = 0; column < 2; ++column) {
      const double left = x - 46 + column * 49.0 + row * lean * 0.34, top = 30 + row * 47.0;
      canvas.polygon({{left, top}, {left + 43, top}, {left + 43 + lean * 0.3, top + 41}, {left + lean * 0.3, top + 41}}, colours.three);
    }
  canvas.rect(0, 176, kWide, 44, colours.ground);
  figure(canvas, x + 78 * way, 214, 132, colours.ground);
}

// Stairs that wind down, seen from above, and who looks up from their foot.
void stairwell(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double x = chance.between(88, 112), y = 108;
  for (int step = 0; step < 15; ++step) {
    const double far = 122 - step * 7.2;
    canvas.turn(step * 9.0, {x, y});
    canvas.rect(x - far, y - far, 2 * far, 2 * far, step % 2 == 0 ? colours.two : colours.ground);
    canvas.rect(x - far, y - far, 2 * far, 2.6, colours.three, 0.9 - step * 0.04);
    canvas.end();
  }
  canvas.circle(x, y, 13, colours.three);
  canvas.circle(x, y, 4.6, colours.ground);
}

}  // namespace

Canvas draw_blinds(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  canvas.clip(0, 0, kWide, 218);
  using Figure = void (*)(Canvas&, const Palette&, Chance&);
  static constexpr Figure kFigures[] = {slats, lamp, door, window, stairwell};
  chance.one_of(kFigures)(canvas, colours, chance);
  canvas.end();
  canvas.rect(0, 212, kWide, 88, colours.ground);
  const auto face = chance.flip() && sheet.title.size() < 22 ? Face::Brush : Face::Sign;
  const Style style{.face = face, .letters = face == Face::Brush ? Case::AsWritten : Case::Capitals, .leading = 0.9};
  const auto title = set_even(sheet.title, style, {.width = 172, .height = 52, .largest = 60, .lines = 3});
  if (face == Face::Brush) canvas.turn(-3, {100, 244});
  canvas.text(title, 100, 218 + (54 - title.height) / 2, Align::Middle, colours.one, colours.ground);
  if (face == Face::Brush) canvas.end();
  credits_apart(canvas, sheet, {.size = 14, .ink = colours.ink, .ground = colours.ground}, 14, 186, 280);
  return canvas;
}

}  // namespace rialto::card
