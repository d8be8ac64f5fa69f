#include "card/credits.h"

namespace rialto::card {

namespace {

constexpr Palette kPalettes[] = {
    {"#1d3b34", "#f2e9d2", "#e0a24a", "#16302a", "#f2e9d2"}, {"#efe7d8", "#1d1b1a", "#b23a2c", "#e2d7c2", "#1d1b1a"},
    {"#b23a2c", "#fbeedd", "#1d1b1a", "#9c2f23", "#fbeedd"}, {"#e6b8ae", "#3a1620", "#7c2438", "#dba699", "#3a1620"},
    {"#22304f", "#efe6d4", "#d9b36a", "#1b2742", "#efe6d4"}, {"#d7d9c4", "#26301f", "#5a6e38", "#c8cbb2", "#26301f"},
    {"#c9b48a", "#26201a", "#7a2f22", "#bda77c", "#26201a"}, {"#12343b", "#f4e7d3", "#e1b382", "#0e2a30", "#f4e7d3"},
    {"#f4f1ea", "#10243f", "#2f62a8", "#e6e1d6", "#10243f"}, {"#2a1d2e", "#f0e0e4", "#d98a9c", "#221726", "#f0e0e4"},
};

void disc(Canvas& canvas, const Palette& colours, Chance& chance) {
  canvas.circle(chance.flip() ? 142 : 58, 214, 40, colours.one);
}

void half(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double x = chance.between(70, 130);
  canvas.path(Pen().move(x - 56, 254).arc(56, x + 56, 254, true).close().data(), colours.one);
}

void rules(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double gap = chance.between(6.5, 9);
  for (int i = 0; i < 8; ++i) canvas.rect(15, 184 + i * gap, 170, 1.2 + i * 0.42, colours.one);
}

void arch(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double x = chance.between(64, 136);
  for (int i = 0; i < 3; ++i) {
    const double radius = 36 - i * 11;
    canvas.path(Pen()
                    .move(x - radius, 254)
                    .line(x - radius, 202)
                    .arc(radius, x + radius, 202, true)
                    .line(x + radius, 254)
                    .close()
                    .data(),
                i % 2 == 0 ? colours.one : colours.ground);
  }
}

// Two who stand side by side.
void pair(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double apart = chance.between(20, 30), x = chance.between(70, 130);
  for (const double side : {-1.0, 1.0}) {
    const double at = x + side * apart, high = side < 0 ? 184 : 192;
    canvas.circle(at, high + 9, 9, colours.one);
    canvas.path(Pen()
                    .move(at - 16, 254)
                    .line(at - 16, high + 38)
                    .arc(16, at + 16, high + 38, true)
                    .line(at + 16, 254)
                    .close()
                    .data(),
                colours.one);
  }
}

// A leaf, a flame, an eye: two arcs.
void leaf(Canvas& canvas, const Palette& colours, Chance& chance) {
  canvas.turn(chance.between(-40, 40), {100, 212});
  canvas.path(Pen().move(100, 166).arc(62, 100, 258, true).arc(62, 100, 166, true).close().data(), colours.one);
  canvas.line({100, 176}, {100, 262}, colours.ground, 1.6);
  canvas.end();
}

void moons(Canvas& canvas, const Palette& colours, Chance& chance) {
  const double full = chance.below(5);
  for (int i = 0; i < 5; ++i) {
    const double x = 29 + i * 35.5;
    canvas.circle(x, 220, 13, colours.one);
    if (i != full)
      canvas.circle(x + (i < full ? 5 : -5) * (i < full ? full - i : i - full) * 0.8, 220, 13.4, colours.ground);
  }
}

}  // namespace

Canvas draw_title(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  using Figure = void (*)(Canvas&, const Palette&, Chance&);
  static constexpr Figure kFigures[] = {disc, half, rules, arch, pair, leaf, moons};
  chance.one_of(kFigures)(canvas, colours, chance);
  static constexpr Style kStyles[] = {
      {.face = Face::Slender, .letters = Case::Capitals, .leading = 0.94},
      {.face = Face::TextItalic, .letters = Case::AsWritten, .tracking = -0.01, .leading = 0.88},
      {.face = Face::Text, .letters = Case::AsWritten, .tracking = -0.015, .leading = 0.9}};
  const auto& style = chance.one_of(kStyles);
  const auto title = set_even(sheet.title, style, {.width = 172, .height = 142, .largest = 84, .lines = 6});
  canvas.text(title, 14, 18, Align::Left, colours.ink, colours.ground);
  canvas.rect(15, 265, 170, 0.9, colours.ink);
  const Small small{.style = {.face = Face::TextItalic, .letters = Case::AsWritten},
                    .size = 15,
                    .ink = colours.ink,
                    .ground = colours.ground};
  credits_apart(canvas, sheet, small, 15, 185, 275);
  return canvas;
}

}  // namespace rialto::card
