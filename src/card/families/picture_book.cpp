#include "card/credits.h"

namespace rialto::card {

namespace {

// ground: sky; ink: title; one to three: hills from behind
constexpr Palette kPalettes[] = {
    {"#bfe3ea", "#1f3a4a", "#8fc49a", "#5fa56f", "#2f6b4f"}, {"#fbe0b0", "#5a2a1c", "#f2b27a", "#e08150", "#a8472f"},
    {"#1f2b5c", "#fdf0c8", "#3a4a8a", "#2c3a72", "#172048"}, {"#f6cfd0", "#4a1f3c", "#e59aa8", "#b96a8c", "#6a3560"},
    {"#cfe6c4", "#213a22", "#f0c85a", "#7fb060", "#3c7a48"},
};

void hill(Canvas& canvas, double left, double top, double right, std::string_view fill) {
  canvas.path(Pen()
                  .move(-5, left)
                  .curve(45, top - 8, 90, top - 8, 124, (top + right) / 2)
                  .curve(150, right + 8, 178, right, 205, right - 6)
                  .line(205, 305)
                  .line(-5, 305)
                  .close()
                  .data(),
              fill);
}

void tree(Canvas& canvas, double x, double y, double size, std::string_view leaves, std::string_view trunk) {
  canvas.rect(x - size * 0.07, y - size, size * 0.14, size, trunk);
  canvas.circle(x, y - size * 1.25, size * 0.52, leaves);
  canvas.circle(x - size * 0.3, y - size * 0.95, size * 0.36, leaves);
  canvas.circle(x + size * 0.32, y - size * 0.98, size * 0.34, leaves);
}

void pine(Canvas& canvas, double x, double y, double size, std::string_view leaves) {
  for (int i = 0; i < 3; ++i) {
    const double half = size * (0.5 - i * 0.11), foot = y - size * 0.12 - i * size * 0.42;
    canvas.polygon({{x - half, foot}, {x, foot - size * 0.66}, {x + half, foot}}, leaves);
  }
  canvas.rect(x - size * 0.06, y - size * 0.14, size * 0.12, size * 0.16, leaves);
}

void house(Canvas& canvas, double x, double y, const Palette& colours) {
  canvas.rect(x - 10, y - 17, 20, 18, colours.ink);
  canvas.polygon({{x - 14, y - 16}, {x, y - 31}, {x + 14, y - 16}}, colours.three);
  canvas.rect(x + 5, y - 32, 4, 10, colours.ink);
  canvas.rect(x - 4, y - 12, 8, 8, "#ffd35a");
}

void cloud(Canvas& canvas, double x, double y, double size, std::string_view fill) {
  canvas.circle(x, y, size, fill), canvas.circle(x + size * 1.1, y - size * 0.35, size * 1.25, fill),
      canvas.circle(x + size * 2.3, y, size * 0.95, fill);
  canvas.rect(x, y, size * 2.3, size, fill);
}

}  // namespace

Canvas draw_picture_book(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  const bool night = colours.ground == "#1f2b5c";
  Canvas canvas(colours.ground, sheet.label);
  const double sun = chance.flip() ? 152 : 48;
  canvas.circle(sun, 126, 23, night ? "#fdf0c8" : "#fff3cf");
  if (night) {
    canvas.circle(sun + 9, 120, 20, colours.ground);
    Pen stars;
    for (int i = 0; i < 24; ++i) stars.dot(chance.between(8, 192), chance.between(92, 178));
    canvas.dots(stars.data(), "#fdf0c8", 2);
  } else {
    cloud(canvas, 200 - sun - 26, 124, 9, "#ffffff");
  }
  hill(canvas, 190, chance.between(158, 172), 196, colours.one);
  for (int i = 0; i < 3; ++i) pine(canvas, 24 + i * 21 + chance.between(-5, 5), 196 + i * 3, 22, colours.two);
  hill(canvas, 222, 214, chance.between(196, 208), colours.two);
  house(canvas, chance.between(126, 160), 216, colours);
  for (int i = 0; i < 2; ++i)
    tree(canvas, 38 + i * 46 + chance.between(-8, 8), 236, 30 + 8 * i, colours.three, colours.ink);
  hill(canvas, 252, 240, 248, colours.three);
  const auto face = chance.flip() ? Face::Gothic : Face::Bookman;
  const auto title = set_even(sheet.title, {.face = face, .letters = Case::AsWritten, .leading = 0.96},
                              {.width = 170, .height = 70, .largest = 46, .lines = 4});
  canvas.text_by_hand(title, 100, 15 + (72 - title.height) / 2, Align::Middle, colours.ink, colours.ground, 3, 0.03,
                      chance);
  const std::string_view foot = night || colours.three != "#3c7a48" ? "#fff7e4" : "#ffffff";
  credits_apart(
      canvas, sheet,
      {.style = {.face = Face::Gothic, .letters = Case::AsWritten}, .size = 12, .ink = foot, .ground = colours.three},
      14, 186, 279);
  return canvas;
}

}  // namespace rialto::card
