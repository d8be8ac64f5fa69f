#include "card/credits.h"

namespace rialto::card {

namespace {

// ground; ink; one: the small thing; two: its ground; three: shadow
constexpr Palette kPalettes[] = {
    {"#e9e4d8", "#22262c", "#c4472f", "#d9d2c2", "#b9b1a0"}, {"#16242c", "#e6edee", "#f2c14e", "#1d303a", "#0e181e"},
    {"#d9c9b4", "#2a211b", "#2f4f5a", "#c9b79e", "#a8957c"}, {"#7d2f2a", "#f6e8dc", "#f3d08a", "#6c2622", "#521b18"},
    {"#c9d6d8", "#1c2b33", "#b5523a", "#b7c6c9", "#93a6ab"}, {"#2b2a38", "#ece8f2", "#e58f7b", "#343347", "#1d1c28"},
    {"#e3b64c", "#2b2110", "#2b2110", "#d6a83c", "#b88a26"}, {"#24352b", "#e9efe4", "#e8d48a", "#2c4035", "#17231c"},
};

void door(Canvas& canvas, const Palette& colours, double x) {
  canvas.rect(0, 176, kWide, 124, colours.two);
  canvas.rect(x, 132, 18, 44, colours.one);
  canvas.polygon({{x, 176}, {x + 18, 176}, {x + 46, 222}, {x - 12, 222}}, colours.one, 0.5);
}

void boat(Canvas& canvas, const Palette& colours, double x) {
  canvas.rect(0, 170, kWide, 130, colours.two);
  canvas.polygon({{x - 13, 166}, {x + 15, 166}, {x + 9, 173}, {x - 8, 173}}, colours.ink);
  canvas.polygon({{x, 163}, {x, 128}, {x + 15, 163}}, colours.one);
  for (int i = 0; i < 4; ++i)
    canvas.rect(x - 12 + i * 3, 179 + i * 7.0, 26 - i * 6.0, 1.5, colours.one, 0.7 - i * 0.13);
}

void window(Canvas& canvas, const Palette& colours, double x) {
  canvas.rect(x - 26, 92, 74, 208, colours.two);
  for (int row = 0; row < 6; ++row)
    for (int column = 0; column < 3; ++column)
      canvas.rect(x - 17 + column * 20, 104 + row * 23.0, 12, 14,
                  row == 2 && column == 1 ? colours.one : colours.three);
}

void balloon(Canvas& canvas, const Palette& colours, double x) {
  canvas.circle(x, 124, 17, colours.one);
  canvas.polygon({{x - 3, 143}, {x, 139}, {x + 3, 143}}, colours.one);
  canvas.stroke(Pen().move(x, 142).curve(x + 6, 164, x - 8, 182, x + 2, 216).data(), colours.ink, 0.9);
}

void walker(Canvas& canvas, const Palette& colours, double x) {
  canvas.rect(0, 196, kWide, 104, colours.two);
  canvas.circle(x, 160, 4.4, colours.ink);
  canvas.polygon({{x - 5, 167},
                  {x + 5, 167},
                  {x + 4, 184},
                  {x + 7, 199},
                  {x + 3, 199},
                  {x, 187},
                  {x - 4, 199},
                  {x - 8, 199},
                  {x - 4, 184}},
                 colours.ink);
  canvas.polygon({{x - 6, 199}, {x + 6, 199}, {x + 60, 236}, {x + 36, 236}}, colours.three);
  canvas.circle(200 - x, 122, 22, colours.one);
}

void road(Canvas& canvas, const Palette& colours, double x) {
  canvas.rect(0, 158, kWide, 142, colours.two);
  canvas.polygon({{x - 2, 158}, {x + 2, 158}, {x + 70, 262}, {x - 70, 262}}, colours.three);
  for (int i = 0; i < 5; ++i) {
    const double y = 163 + i * i * 4.6 + i * 3, half = 0.5 + i * 0.9;
    canvas.polygon({{x - half, y}, {x + half, y}, {x + half * 1.5, y + 4 + i * 3}, {x - half * 1.5, y + 4 + i * 3}},
                   colours.one);
  }
  canvas.circle(x, 158, 3, colours.one);
}

// A chair, and nobody on it.
void chair(Canvas& canvas, const Palette& colours, double x) {
  canvas.rect(0, 202, kWide, 98, colours.two);
  canvas.rect(x - 15, 140, 4, 68, colours.ink), canvas.rect(x - 15, 140, 26, 22, colours.ink);
  canvas.rect(x - 15, 176, 34, 6, colours.one);
  canvas.rect(x + 15, 180, 4, 28, colours.ink), canvas.rect(x + 7, 140, 4, 38, colours.ink);
  canvas.polygon({{x - 15, 208}, {x + 19, 208}, {x + 74, 230}, {x + 34, 230}}, colours.three, 0.8);
}

// A wire, and birds on it.
void wire(Canvas& canvas, const Palette& colours, double x) {
  for (const double y : {140.0, 158.0})
    canvas.stroke(Pen().move(-4, y).bend(100, y + 18, 204, y - 6).data(), colours.ink, 0.9);
  for (int i = 0; i < 5; ++i) {
    const double at = x - 40 + i * 17 + (i > 2 ? 22 : 0), y = 143 + i * 0.6;
    canvas.path(Pen()
                    .move(at - 5, y + 6)
                    .curve(at - 6, y - 3, at - 1, y - 8, at + 3, y - 6)
                    .curve(at + 6, y - 5, at + 5, y + 1, at, y + 9)
                    .close()
                    .data(),
                i == 4 ? colours.one : colours.ink);
  }
  canvas.rect(0, 226, kWide, 74, colours.two);
}

// A staircase that ends in the air.
void stair(Canvas& canvas, const Palette& colours, double x) {
  canvas.rect(0, 226, kWide, 74, colours.two);
  for (int i = 0; i < 7; ++i)
    canvas.rect(x - 50 + i * 14, 216 - i * 12.0, 98 - i * 14.0, 12, i % 2 == 0 ? colours.three : colours.ink, 0.9);
  canvas.circle(x + 41, 128, 6, colours.one);
}

}  // namespace

Canvas draw_minimal(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  using Thing = void (*)(Canvas&, const Palette&, double);
  static constexpr Thing kThings[] = {door, boat, window, balloon, walker, road, chair, wire, stair};
  canvas.clip(0, 0, kWide, 246);
  chance.one_of(kThings)(canvas, colours, chance.between(64, 136));
  canvas.end();
  canvas.rect(0, 244, kWide, 56, colours.two);
  const bool serif = chance.flip();
  const Style style{.face = serif ? Face::Text : Face::Sign,
                    .letters = Case::Capitals,
                    .tracking = serif ? 0.08 : 0.1,
                    .leading = serif ? 1.08 : 1.02};
  const auto title =
      set_even(sheet.title, style, {.width = 170, .height = 62, .largest = serif ? 26.0 : 32.0, .lines = 4});
  canvas.text(title, 15, 20, Align::Left, colours.ink, colours.ground);
  credits_apart(
      canvas, sheet,
      {.style = {.face = Face::Sign, .tracking = 0.1}, .size = 13.5, .ink = colours.ink, .ground = colours.two}, 15,
      185, 279);
  return canvas;
}

}  // namespace rialto::card
