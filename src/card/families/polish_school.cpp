#include <cmath>

#include "card/credits.h"

namespace rialto::card {

namespace {

constexpr Palette kPalettes[] = {
    {"#23322f", "#f0e3c2", "#d2562f", "#e2ad45", "#11201e"}, {"#d9b45a", "#2a1a14", "#9c2f24", "#2c4a4a", "#f3e6c4"},
    {"#7d2430", "#f4e4c4", "#e3a53c", "#1f1a24", "#d9694a"}, {"#e6dabd", "#251f1c", "#b8402f", "#38577a", "#d79a3a"},
    {"#2a2540", "#f1e2c6", "#d96b4a", "#7f9f7a", "#e8b84a"}, {"#38472c", "#f2e7c8", "#e08a34", "#b23a2c", "#18200f"},
};

// A round shape as a full brush leaves it.
void blob(Canvas& canvas, Point centre, double wide, double high, std::string_view fill, Chance& chance,
          double rough = 0.07) {
  constexpr int kKnots = 9;
  std::vector<Point> knots;
  for (int i = 0; i < kKnots; ++i) {
    const double angle = 2 * M_PI * i / kKnots, far = 1 + chance.between(-rough, rough);
    knots.push_back({centre.x + wide * far * std::cos(angle), centre.y + high * far * std::sin(angle)});
  }
  const auto between = [&](int i) {
    const auto &one = knots[static_cast<std::size_t>(i % kKnots)],
               &two = knots[static_cast<std::size_t>((i + 1) % kKnots)];
    return Point{(one.x + two.x) / 2, (one.y + two.y) / 2};
  };
  Pen pen;
  const auto begin = between(0);
  pen.move(begin.x, begin.y);
  for (int i = 1; i <= kKnots; ++i) {
    const auto& knot = knots[static_cast<std::size_t>(i % kKnots)];
    const auto to = between(i);
    pen.bend(knot.x, knot.y, to.x, to.y);
  }
  canvas.path(pen.close().data(), fill);
}

void eye(Canvas& canvas, const Palette& colours, Chance& chance) {
  canvas.path(Pen().move(12, 130).curve(46, 66, 150, 62, 190, 124).curve(152, 184, 54, 190, 12, 130).close().data(),
              colours.ink);
  blob(canvas, {101, 126}, 41, 42, colours.one, chance);
  for (int i = 0; i < 22; ++i) {
    const double angle = 2 * M_PI * i / 22 + chance.between(-0.06, 0.06);
    canvas.line({101 + 20 * std::cos(angle), 126 + 20 * std::sin(angle)},
                {101 + 36 * std::cos(angle), 126 + 36 * std::sin(angle)}, colours.two, 2);
  }
  blob(canvas, {101, 126}, 19, 20, colours.ground, chance);
  blob(canvas, {110, 115}, 6, 7, colours.ink, chance);
  for (int i = 0; i < 7; ++i) {
    const double x = 34 + i * 22, top = 78 - 20 * std::sin(M_PI * (i + 0.7) / 8);
    canvas.polygon({{x, top + 15}, {x + chance.between(-7, 3), top - 13}, {x + 7, top + 11}}, colours.two);
  }
}

// A head from the side, with something else in it.
void head(Canvas& canvas, const Palette& colours, Chance& chance) {
  canvas.path(Pen()
                  .move(46, 204)
                  .curve(52, 178, 34, 160, 33, 118)
                  .curve(32, 60, 74, 28, 116, 34)
                  .curve(146, 38, 160, 62, 158, 90)
                  .bend(160, 98, 172, 116)
                  .bend(176, 123, 163, 126)
                  .bend(160, 132, 165, 136)
                  .bend(159, 139, 161, 144)
                  .bend(164, 158, 148, 163)
                  .bend(128, 166, 124, 176)
                  .bend(122, 190, 134, 204)
                  .close()
                  .data(),
              colours.ink);
  const int within = chance.below(3);
  if (within == 0) {
    blob(canvas, {90, 92}, 34, 34, colours.one, chance);
    blob(canvas, {101, 84}, 27, 28, colours.ink, chance);
  } else if (within == 1) {
    for (int i = 0; i < 4; ++i)
      blob(canvas, {91, 94}, 42 - i * 11, 40 - i * 10.5, i % 2 == 0 ? colours.one : colours.two, chance);
  } else {
    canvas.rect(62, 66, 52, 62, colours.one);
    canvas.rect(86, 66, 3.4, 62, colours.ink), canvas.rect(62, 94, 52, 3.4, colours.ink);
    canvas.rect(90, 98, 24, 30, colours.two);
  }
  blob(canvas, {141, 92}, 5, 4, colours.ground, chance);
}

// A sun that may be a flower.
void sun(Canvas& canvas, const Palette& colours, Chance& chance) {
  const int rays = 11 + chance.below(5);
  for (int i = 0; i < rays; ++i) {
    const double angle = 2 * M_PI * i / rays, far = chance.between(76, 92), wide = 0.15;
    const auto at = [&](double radius, double turn) {
      return Point{100 + radius * std::cos(angle + turn), 116 + radius * std::sin(angle + turn)};
    };
    const auto left = at(44, -wide), tip = at(far, chance.between(-0.08, 0.08)), right = at(44, wide);
    const auto bulge_left = at(far * 0.8, -wide * 1.4), bulge_right = at(far * 0.8, wide * 1.4);
    canvas.path(Pen()
                    .move(left.x, left.y)
                    .bend(bulge_left.x, bulge_left.y, tip.x, tip.y)
                    .bend(bulge_right.x, bulge_right.y, right.x, right.y)
                    .close()
                    .data(),
                i % 2 == 0 ? colours.one : colours.two);
  }
  blob(canvas, {100, 116}, 42, 41, colours.ink, chance);
  blob(canvas, {86, 108}, 5, 7, colours.ground, chance), blob(canvas, {115, 107}, 5, 7, colours.ground, chance);
  canvas.stroke(Pen().move(82, 130).curve(92, chance.between(120, 142), 108, chance.between(120, 142), 120, 129).data(),
                colours.ground, 3.4);
}

// A bird that carries something off.
void bird(Canvas& canvas, const Palette& colours, Chance& chance) {
  blob(canvas, {128, 84}, 44, 43, colours.one, chance);
  canvas.path(Pen()
                  .move(22, 150)
                  .curve(46, 112, 92, 108, 124, 128)
                  .curve(142, 104, 170, 104, 184, 112)
                  .bend(166, 118, 160, 132)
                  .curve(154, 174, 96, 190, 64, 172)
                  .bend(38, 164, 22, 150)
                  .close()
                  .data(),
              colours.ink);
  canvas.path(Pen().move(70, 134).curve(66, 94, 88, 62, 120, 44).curve(118, 82, 126, 108, 116, 150).close().data(),
              colours.two);
  for (int i = 0; i < 3; ++i)
    canvas.stroke(Pen().move(82 + i * 11, 138 - i * 2).bend(86 + i * 9, 104 - i * 8, 103 + i * 5, 78 - i * 9).data(),
                  colours.ground, 2);
  blob(canvas, {164, 119}, 2.6, 2.6, colours.ground, chance);
}

}  // namespace

Canvas draw_polish_school(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  using Figure = void (*)(Canvas&, const Palette&, Chance&);
  static constexpr Figure kFigures[] = {eye, head, sun, bird};
  chance.one_of(kFigures)(canvas, colours, chance);
  const auto face = chance.flip() ? Face::Bookman : Face::Gothic;
  const Style style{.face = face, .letters = Case::AsWritten, .tracking = 0.01, .leading = 0.98};
  const auto title = set_even(sheet.title, style, {.width = 168, .height = 56, .largest = 46, .lines = 4});
  canvas.text_by_hand(title, 100, 211 + (58 - title.height) / 2, Align::Middle, colours.ink, colours.ground, 4, 0.035,
                      chance);
  credits_apart(canvas, sheet, {.size = 14, .ink = colours.ink, .ground = colours.ground}, 15, 185, 279);
  return canvas;
}

}  // namespace rialto::card
