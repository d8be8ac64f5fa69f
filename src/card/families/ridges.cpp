#include "card/credits.h"

namespace rialto::card {

namespace {

// ground: the sky; three, two, one: what is far, nearer and near; ink: the title
constexpr Palette kPalettes[] = {
    {"#f0d9c0", "#3a1f2a", "#3a2036", "#7a3f52", "#c98478"}, {"#d8e4e6", "#14303a", "#12303c", "#3d6a78", "#8fb2b8"},
    {"#f3d27a", "#4a1c14", "#5a1f16", "#a8452a", "#e08f42"}, {"#1a2030", "#f0e6d2", "#0a0e18", "#20304a", "#3a5070"},
    {"#dfe0c8", "#24321f", "#22341f", "#547048", "#9db07e"}, {"#e9c3c0", "#331a36", "#2c1736", "#6c4272", "#b27a98"},
    {"#cfdcec", "#17243f", "#16233e", "#43618f", "#8ba6c8"}, {"#f6e3b4", "#2f2a12", "#33401f", "#7d8a3a", "#c4b45c"},
    {"#e8ddd0", "#2a221c", "#2a2320", "#6b5a4e", "#ab9684"},
};

// A range that rises and falls from edge to edge.
void range(Canvas& canvas, double base, double rise, std::string_view fill, Chance& chance) {
  std::vector<Point> points = {{-5, 305}, {-5, base - chance.between(0, rise)}};
  for (double x = 12; x < 200; x += chance.between(13, 30))
    points.push_back({x, base - chance.between(-0.2, 1) * rise});
  points.push_back({205, base - chance.between(0, rise)});
  points.push_back({205, 305});
  canvas.polygon(points, fill);
}

void dunes(Canvas& canvas, double base, double rise, std::string_view fill, Chance& chance) {
  const double left = base - chance.between(-0.4, 1) * rise, right = base - chance.between(-0.4, 1) * rise,
               middle = chance.between(70, 130);
  canvas.path(Pen()
                  .move(-5, left)
                  .curve(middle - 50, left - rise, middle - 20, base + rise * 0.5, middle + 10, base)
                  .curve(middle + 40, base - rise * 0.5, 180, right - rise, 205, right)
                  .line(205, 305)
                  .line(-5, 305)
                  .close()
                  .data(),
              fill);
}

// Trunks before light.
void wood(Canvas& canvas, const Palette& colours, Chance& chance) {
  const std::string_view depth[] = {colours.three, colours.two, colours.one};
  for (int layer = 0; layer < 3; ++layer) {
    double x = chance.between(-6, 10);
    while (x < 200) {
      const double wide = 3 + layer * 4 + chance.between(0, 3);
      canvas.polygon({{x, 92}, {x + wide, 92}, {x + wide + 1.6 + layer, 270}, {x - 1.6 - layer, 270}}, depth[layer]);
      x += wide + chance.between(12, 26) + layer * 14;
    }
  }
}

}  // namespace

Canvas draw_ridges(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  const int kind = chance.below(4);
  canvas.circle(chance.between(44, 156), chance.between(124, 150), chance.between(17, 30),
                kind == 3                  ? colours.three
                : colours.ink == "#f0e6d2" ? colours.ink
                                           : "#fff6e0");
  canvas.clip(0, 92, kWide, 208);
  if (kind == 3) {
    wood(canvas, colours, chance);
  } else {
    const auto layer = kind == 0 ? dunes : range;
    layer(canvas, 182, 26, colours.three, chance);
    layer(canvas, 210, 24, colours.two, chance);
    layer(canvas, 244, 22, colours.one, chance);
  }
  canvas.end();
  canvas.rect(0, 262, kWide, 38, colours.one);
  const bool serif = chance.flip();
  const Style style{
      .face = serif ? Face::Slender : Face::Geometric, .tracking = serif ? 0.02 : 0.03, .leading = serif ? 0.94 : 1};
  const auto title =
      set_even(sheet.title, style, {.width = 172, .height = 72, .largest = serif ? 64.0 : 38.0, .lines = 4});
  canvas.text(title, 100, 14 + (74 - title.height) / 2, Align::Middle, colours.ink, colours.ground);
  credits_apart(canvas, sheet, {.size = 14, .ink = "#fdf3e0", .ground = colours.one}, 14, 186, 277);
  return canvas;
}

}  // namespace rialto::card
