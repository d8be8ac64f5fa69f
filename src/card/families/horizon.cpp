#include "card/credits.h"

namespace rialto::card {

namespace {

// ground to two: the sky from top to bottom; one: light; three: the planet
constexpr Palette kPalettes[] = {
    {"#04060d", "#eef3fb", "#9ad2ff", "#0c2242", "#060b16"}, {"#0b0405", "#fbeee6", "#ff9a5a", "#3a1212", "#140607"},
    {"#040a08", "#eaf7ee", "#a8f07a", "#0d2a1c", "#050f0a"}, {"#070510", "#f2eefb", "#c9a2ff", "#221848", "#0b0818"},
    {"#060708", "#f4f1ea", "#f4d08a", "#2a2418", "#0c0a08"}, {"#08040a", "#fdeef4", "#ff7a9c", "#3c1230", "#12060e"},
    {"#03080a", "#e8f8f8", "#6af0e0", "#0a3238", "#041012"}, {"#0a0a10", "#f2f2f6", "#e6e8f0", "#26283a", "#0c0c14"},
};

void stars(Canvas& canvas, const Palette& colours, double bottom, Chance& chance) {
  Pen small, large;
  for (int i = 0; i < 46; ++i) (i % 7 == 0 ? large : small).dot(chance.between(4, 196), chance.between(6, bottom));
  canvas.dots(small.data(), colours.ink, 0.8);
  canvas.dots(large.data(), colours.ink, 1.6);
}

void rim(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double x = chance.between(58, 142);
  stars(canvas, colours, 170, chance);
  canvas.glow("light", colours.one, 0.95);
  canvas.circle(x, 186, 62, "url(#light)");
  canvas.circle(100, 418, 233.2, colours.one, 0.9);
  canvas.circle(100, 420, 233, colours.three);
  canvas.rect(x - 90, 185.2, 180, 1, colours.one, 0.5);
  canvas.circle(x, 186, 4.4, "#ffffff");
}

// A planet in shadow, its edge lit.
void crescent(Canvas& canvas, const Palette& colours, Chance& chance) {
  stars(canvas, colours, 250, chance);
  const double way = chance.flip() ? 1 : -1;
  canvas.glow("light", colours.one, 0.5);
  canvas.circle(100 - 44 * way, 118, 96, "url(#light)");
  canvas.circle(100, 142, 66, colours.one);
  canvas.circle(100 + 9 * way, 147, 66, colours.three);
  canvas.circle(100 - 62 * way, 206, 5, colours.ink);
}

// Something small that comes down in a beam.
void beam(Canvas& canvas, const Palette& colours, Chance& chance) {
  stars(canvas, colours, 190, chance);
  const double x = chance.between(80, 120);
  canvas.glow("light", colours.one, 0.85);
  canvas.polygon({{x - 9, 92}, {x + 9, 92}, {x + 52, 234}, {x - 52, 234}}, colours.one, 0.26);
  canvas.polygon({{x - 4, 92}, {x + 4, 92}, {x + 24, 234}, {x - 24, 234}}, colours.one, 0.42);
  canvas.circle(x, 90, 34, "url(#light)");
  canvas.path(Pen().move(x - 26, 90).bend(x, 76, x + 26, 90).bend(x, 99, x - 26, 90).close().data(), colours.ink);
  canvas.path(Pen()
                  .move(-5, 246)
                  .curve(50, 222, 88, 240, 118, 230)
                  .curve(150, 220, 176, 236, 205, 226)
                  .line(205, 300)
                  .line(-5, 300)
                  .close()
                  .data(),
              colours.three);
  canvas.rect(x - 1.6, 222, 3.2, 12, colours.ground), canvas.circle(x, 220, 2.2, colours.ground);
}

// A planet with its rings, half of them before it.
void rings(Canvas& canvas, const Palette& colours, Chance& chance) {
  stars(canvas, colours, 236, chance);
  const double x = chance.between(84, 116), y = 158;
  canvas.turn(chance.between(-28, 28), {x, y});
  const auto half = [&](double by, double wide, double thick, double opacity) {
    canvas.stroke(Pen().move(x - wide, y).curve(x - wide, y + by, x + wide, y + by, x + wide, y).data(), colours.ink, thick, opacity);
  };
  half(-24, 90, 1.2, 0.5), half(-19, 76, 3, 0.45);
  canvas.circle(x, y, 46, colours.one);
  canvas.circle(x + 7, y + 5, 46, colours.three, 0.55);
  half(24, 90, 1.2, 0.9), half(19, 76, 3, 0.8);
  canvas.end();
}

// Something that falls, and its tail.
void comet(Canvas& canvas, const Palette& colours, Chance& chance) {
  stars(canvas, colours, 230, chance);
  const double way = chance.flip() ? 1 : -1, x = 100 - 40 * way, y = chance.between(176, 206);
  canvas.glow("light", colours.one, 0.9);
  for (const double wide : {15.0, 8.0, 3.0})
    canvas.polygon({{x - wide, y - wide * 0.4}, {x + wide * 0.4, y + wide}, {x + 132 * way, y - 118}}, colours.one, 0.26);
  canvas.circle(x, y, 26, "url(#light)");
  canvas.circle(x, y, 6, "#ffffff");
}

// A door of light on a plain.
void door(Canvas& canvas, const Palette& colours, Chance& chance) {
  stars(canvas, colours, 150, chance);
  const double x = chance.between(76, 124), wide = chance.between(13, 22), high = chance.between(70, 96);
  canvas.glow("light", colours.one, 0.7);
  canvas.circle(x, 212 - high / 2, 82, "url(#light)");
  canvas.rect(0, 212, kWide, 40, colours.three);
  canvas.polygon({{x - wide / 2, 212}, {x + wide / 2, 212}, {x + wide * 1.5, 240}, {x - wide * 1.5, 240}}, colours.one, 0.4);
  canvas.rect(x - wide / 2, 212 - high, wide, high, colours.ink);
}

}  // namespace

Canvas draw_horizon(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  canvas.shade("sky", colours.ground, colours.two);
  canvas.rect(0, 0, kWide, 262, "url(#sky)");
  using Figure = void (*)(Canvas&, const Palette&, Chance&);
  static constexpr Figure kFigures[] = {rim, crescent, beam, rings, comet, door};
  chance.one_of(kFigures)(canvas, colours, chance);
  canvas.rect(0, 240, kWide, 60, colours.three);
  const bool light = sheet.title.size() < 16;
  const Style style{
      .face = light ? Face::Geometric : Face::Sign, .tracking = light ? 0.2 : 0.06, .leading = light ? 1.1 : 0.98};
  const auto title = set_even(sheet.title, style, {.width = 170, .height = 50, .largest = 44, .lines = 4});
  canvas.text(title, 100, 20 + (52 - title.height) / 2, Align::Middle, colours.ink, colours.ground);
  const Small small{.style = {.face = Face::Sign, .tracking = 0.14, .leading = 1.14},
                    .size = 14,
                    .ink = colours.ink,
                    .ground = colours.three};
  credits_stacked(canvas, sheet, small, 100, 255, 172, Align::Middle);
  return canvas;
}

}  // namespace rialto::card
