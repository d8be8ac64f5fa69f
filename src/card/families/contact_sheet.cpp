#include "card/credits.h"

namespace rialto::card {

namespace {

constexpr Palette kPalettes[] = {
    {"#141414", "#191919", "#f0ede4", "#d63a2a", "#8f8c84"},
    {"#1a1712", "#1d1a15", "#efe4c8", "#d63a2a", "#9a8c6c"},
    {"#10161a", "#12181c", "#e6ecec", "#e8792a", "#84929a"},
};

constexpr double kFrame = 50, kFrameHigh = 38;

void picture(Canvas& canvas, const Palette& colours, double x, double y, Chance& chance) {
  canvas.clip(x, y, kFrame, kFrameHigh);
  canvas.rect(x, y, kFrame, kFrameHigh, chance.flip() ? colours.three : colours.one);
  const double middle = x + chance.between(15, 35);
  switch (chance.below(4)) {
    case 0:  // someone
      canvas.circle(middle, y + 17, 8, colours.ground);
      canvas.path(Pen()
                      .move(middle - 18, y + kFrameHigh)
                      .curve(middle - 16, y + 26, middle + 16, y + 26, middle + 18, y + kFrameHigh)
                      .close()
                      .data(),
                  colours.ground);
      break;
    case 1:  // land and sky
      canvas.rect(x, y + chance.between(18, 28), kFrame, 30, colours.ground);
      canvas.circle(middle, y + 11, 4, colours.ground);
      break;
    case 2:  // a street
      canvas.polygon({{x, y}, {x + 19, y + 15}, {x + 19, y + 25}, {x, y + kFrameHigh}}, colours.ground);
      canvas.polygon({{x + kFrame, y}, {x + 31, y + 15}, {x + 31, y + 25}, {x + kFrame, y + kFrameHigh}},
                     colours.ground);
      break;
    default:  // two who talk
      for (const double side : {-1.0, 1.0}) {
        canvas.circle(x + 25 + side * 12, y + 19, 6, colours.ground);
        canvas.path(Pen()
                        .move(x + 25 + side * 12 - 12, y + kFrameHigh)
                        .curve(x + 25 + side * 12 - 11, y + 26, x + 25 + side * 12 + 11, y + 26,
                               x + 25 + side * 12 + 12, y + kFrameHigh)
                        .close()
                        .data(),
                    colours.ground);
      }
  }
  canvas.end();
}

void strip(Canvas& canvas, const Palette& colours, double y, Chance& chance) {
  canvas.rect(0, y, kWide, 58, "#000000");
  for (const double edge : {y + 4.6, y + 53.4}) canvas.dashes({4, edge}, {kWide, edge}, colours.three, 4, 5, 5);
  for (int i = -1; i < 4; ++i) picture(canvas, colours, 20 + i * 55.0, y + 10, chance);
}

}  // namespace

Canvas draw_contact_sheet(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  for (int i = 0; i < 3; ++i) strip(canvas, colours, 6 + i * 62.0, chance);
  const double x = 45 + 55.0 * chance.below(3), y = 35 + 62.0 * chance.below(3);
  canvas.stroke(Pen()
                    .move(x - 26, y + 6)
                    .curve(x - 34, y - 28, x + 30, y - 32, x + 33, y - 2)
                    .curve(x + 34, y + 28, x - 22, y + 30, x - 30, y - 2)
                    .curve(x - 30, y - 12, x - 20, y - 24, x - 4, y - 25)
                    .data(),
                colours.two, 3);
  canvas.rect(0, 194, kWide, 106, colours.one);
  const Style style{.face = Face::Typewriter, .letters = Case::Capitals, .tracking = -0.03, .leading = 1.06};
  const auto title = set_even(sheet.title, style, {.width = 172, .height = 58, .largest = 34, .lines = 5});
  canvas.text(title, 14, 204 + (60 - title.height) / 2, Align::Left, colours.ink, colours.one);
  canvas.rect(14, 271, 172, 0.8, colours.ink);
  const Small small{.style = {.face = Face::Typewriter, .letters = Case::AsWritten, .tracking = -0.04},
                    .size = 12,
                    .ink = colours.ink,
                    .ground = colours.one};
  credits_apart(canvas, sheet, small, 14, 186, 280);
  return canvas;
}

}  // namespace rialto::card
