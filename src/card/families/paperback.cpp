#include <cmath>

#include "card/credits.h"

namespace rialto::card {

namespace {

// ground: the band; ink: on the band; one and two: in the picture; three: the picture's ground
constexpr Palette kPalettes[] = {
    {"#f4f0e4", "#1b1b1b", "#e2582a", "#f0b640", "#1d2a33"}, {"#43a47f", "#10201a", "#f4f0e4", "#f0c64a", "#17352a"},
    {"#f0882a", "#1b1410", "#f4e6c8", "#7a2618", "#2a1a14"}, {"#f4f0e4", "#1b1b1b", "#3f7fb0", "#f2e6c8", "#152434"},
    {"#e8c33a", "#1b1710", "#f4f0e4", "#c4432a", "#24202a"}, {"#f4f0e4", "#1b1b1b", "#c23a4a", "#f0d0a0", "#2c1822"},
};

constexpr double kBand = 112;

// Squares in rows; one has left its place.
void squares(Canvas& canvas, const Palette& colours, Chance& chance) {
  const int out = chance.below(16);
  for (int i = 0; i < 16; ++i) {
    const double x = 34 + (i % 4) * 36, y = kBand + 30 + (i / 4) * 36;
    if (i == out) canvas.turn(24, {x + 14, y + 14});
    canvas.rect(x, y, 25, 25, i == out ? colours.one : colours.two, i == out ? 1 : 0.88);
    if (i == out) canvas.end();
  }
}

void keyhole(Canvas& canvas, const Palette& colours, Chance& chance) {
  canvas.path(Pen().disc(100, 188, 36).data(), colours.two);
  canvas.polygon({{88, 206}, {112, 206}, {128, 276}, {72, 276}}, colours.two);
  const bool left = chance.flip();
  canvas.path(Pen().disc(left ? 90 : 110, 186, 13).data(), colours.one);
  canvas.circle(left ? 90 : 110, 186, 5, colours.three);
}

void target(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double x = chance.between(78, 122);
  for (int i = 0; i < 6; ++i) canvas.circle(x, 206, 84 - i * 15, i % 2 == 0 ? colours.two : colours.three);
  canvas.circle(x, 206, 9, colours.one);
  canvas.line({x - 96, 206}, {x + 96, 206}, colours.one, 1.6), canvas.line({x, 118}, {x, 296}, colours.one, 1.6);
}

// Two sheets of colour and what they make where they cross.
void overprint(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double apart = chance.between(24, 34);
  canvas.circle(100 - apart, 204, 54, colours.one);
  canvas.circle(100 + apart, 204, 54, colours.two);
  const double half = std::sqrt(54.0 * 54.0 - apart * apart);
  canvas.path(Pen().move(100, 204 - half).arc(54, 100, 204 + half, true).arc(54, 100, 204 - half, true).close().data(),
              colours.three);
}

// A stair seen from above, square within square.
void shaft(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double turn = chance.flip() ? 5.5 : -5.5;
  for (int i = 0; i < 9; ++i) {
    canvas.turn(turn * i, {100, 204});
    const double half = 74 - i * 8.4;
    canvas.rect(100 - half, 204 - half, half * 2, half * 2,
                i == 8       ? colours.one
                : i % 2 == 0 ? colours.two
                             : colours.three);
    canvas.end();
  }
}

}  // namespace

Canvas draw_paperback(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  using Figure = void (*)(Canvas&, const Palette&, Chance&);
  static constexpr Figure kFigures[] = {squares, keyhole, target, overprint, shaft};
  canvas.clip(0, kBand, kWide, kHigh - kBand);
  canvas.rect(0, kBand, kWide, kHigh - kBand, colours.three);
  chance.one_of(kFigures)(canvas, colours, chance);
  canvas.end();
  for (const double y : {31.0, 86.0}) canvas.rect(12, y, 176, 1, colours.ink);
  const Style style{.face = Face::Grotesk, .letters = Case::AsWritten, .tracking = -0.02, .leading = 0.98};
  const auto title = set_even(sheet.title, style, {.width = 174, .height = 42, .largest = 28, .lines = 3});
  canvas.text(title, 13, 38 + (42 - title.height) / 2, Align::Left, colours.ink, colours.ground);
  const Small small{.style = {.face = Face::Grotesk, .letters = Case::AsWritten, .tracking = -0.01},
                    .size = 11,
                    .ink = colours.ink,
                    .ground = colours.ground};
  canvas.text(set_label(sheet.director, small.style, small.size, 176, 8), 13, 94, Align::Left, small.ink, small.ground);
  canvas.text(set_label(sheet.year, small.style, small.size, 60), 13, 15, Align::Left, small.ink, small.ground);
  canvas.path(Pen().disc(180, 18.5, 8).data(), colours.one == colours.ground ? colours.ink : colours.three);
  canvas.rect(178.5, 14, 3, 9, colours.ground);
  return canvas;
}

}  // namespace rialto::card
