#include "card/credits.h"

namespace rialto::card {

namespace {

// ground to two: the sky from top to bottom; one: light; three: the planet
constexpr Palette kPalettes[] = {
    {"#04060d", "#eef3fb", "#9ad2ff", "#0c2242", "#060b16"}, {"#0b0405", "#fbeee6", "#ff9a5a", "#3a1212", "#140607"},
    {"#040a08", "#eaf7ee", "#a8f07a", "#0d2a1c", "#050f0a"}, {"#070510", "#f2eefb", "#c9a2ff", "#221848", "#0b0818"},
    {"#060708", "#f4f1ea", "#f4d08a", "#2a2418", "#0c0a08"},
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

}  // namespace

Canvas draw_horizon(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  canvas.shade("sky", colours.ground, colours.two);
  canvas.rect(0, 0, kWide, 262, "url(#sky)");
  using Figure = void (*)(Canvas&, const Palette&, Chance&);
  static constexpr Figure kFigures[] = {rim, crescent, beam};
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
