#include "card/credits.h"

namespace rialto::card {

namespace {

constexpr Palette kPalettes[] = {
    {"#15120d", "#ecdfba", "#c08a2c", "#3a2f20", "#7a2f1c"},
    {"#e9dcb9", "#15120d", "#8f2d1a", "#4a3a26", "#c08a2c"},
    {"#161d1a", "#e4e2c6", "#a9a04a", "#2f3b34", "#6b5a2a"},
    {"#191520", "#e9e0d0", "#b56a3a", "#362d44", "#6a3346"},
};

// Houses that lean over the street; one window is lit.
void houses(Canvas& canvas, const Palette& colours, Chance& chance) {
  double x = -14;
  while (x < 196) {
    const double width = chance.between(36, 54), top = chance.between(52, 112), lean = chance.between(-22, 22);
    const bool dark = chance.flip();
    const std::string_view wall = dark ? colours.two : colours.three;
    canvas.polygon({{x, 214},
                    {x + lean, top + 16},
                    {x + lean + width * chance.between(0.3, 0.7), top - 14},
                    {x + lean + width, top + 10},
                    {x + width + 6, 214}},
                   wall);
    for (int row = 0; row < 3; ++row) {
      const double y = top + 34 + row * 38, drift = lean * (1 - (y - top) / (214 - top));
      if (y > 178 || chance.below(4) == 0) continue;
      const double left = x + drift + width * 0.34;
      canvas.polygon({{left, y}, {left + 11, y - 5}, {left + 14, y + 15}, {left + 2, y + 19}},
                     chance.below(3) == 0 ? colours.ink : colours.one);
    }
    x += width * 0.86;
  }
}

void shards(Canvas& canvas, const Palette& colours, Chance& chance) {
  const Point light{chance.flip() ? 44.0 : 156.0, 44};
  for (int i = 0; i < 7; ++i) {
    const double x = -40 + i * 46 + chance.between(-9, 9);
    canvas.polygon({light, {x, 214}, {x + chance.between(11, 24), 214}}, i % 2 == 0 ? colours.one : colours.two);
  }
  canvas.polygon({{light.x - 15, light.y - 6},
                  {light.x + 3, light.y - 22},
                  {light.x + 17, light.y - 3},
                  {light.x + 5, light.y + 17},
                  {light.x - 12, light.y + 12}},
                 colours.ink);
  const double foot = 200 - light.x;
  canvas.polygon({{foot - 16, 214}, {foot - 5, 124}, {foot, 104}, {foot + 7, 126}, {foot + 17, 214}}, colours.ground);
  canvas.polygon({{foot - 5, 108}, {foot + 1, 94}, {foot + 7, 107}, {foot + 2, 116}}, colours.ground);
}

}  // namespace

Canvas draw_expressionist(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  if (chance.below(5) < 3) {
    canvas.polygon({{140, 8}, {166, 18}, {172, 44}, {154, 62}, {158, 38}}, colours.ink);
    houses(canvas, colours, chance);
  } else {
    shards(canvas, colours, chance);
  }
  canvas.polygon({{0, 216}, {70, 208}, {140, 214}, {200, 203}, {200, 300}, {0, 300}}, colours.ground);
  const auto title = set_even(sheet.title, {.face = Face::Sign, .leading = 0.88},
                              {.width = 168, .height = 48, .largest = 62, .lines = 4});
  canvas.text_by_hand(title, 100, 219 + (50 - title.height) / 2, Align::Middle, colours.ink, colours.ground, 3.5, 0.025,
                      chance);
  credits_apart(canvas, sheet, {.size = 14, .ink = colours.ink, .ground = colours.ground}, 15, 185, 279);
  return canvas;
}

}  // namespace rialto::card
