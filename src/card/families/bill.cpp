#include <algorithm>
#include <cmath>
#include <iterator>

#include "card/credits.h"

namespace rialto::card {

namespace {

constexpr Palette kPalettes[] = {
    {"#e8d9b5", "#231a12", "#a5301c", "#231a12", "#e8d9b5"},
    {"#efe6cf", "#1f2430", "#1f4a7a", "#1f2430", "#efe6cf"},
    {"#d9b978", "#26160c", "#7c1f14", "#26160c", "#d9b978"},
    {"#e3d6c0", "#20231c", "#2f5a3a", "#20231c", "#e3d6c0"},
};

void star(Canvas& canvas, double x, double y, double radius, std::string_view fill) {
  std::vector<Point> points;
  for (int i = 0; i < 10; ++i) {
    const double angle = M_PI * (i / 5.0 - 0.5), far = i % 2 == 0 ? radius : radius * 0.42;
    points.push_back({x + far * std::cos(angle), y + far * std::sin(angle)});
  }
  canvas.polygon(points, fill);
}

// A rule with a lozenge in its middle and thinning ends, from the type case.
void rule(Canvas& canvas, double y, std::string_view ink) {
  canvas.polygon({{14, y}, {92, y - 1.6}, {92, y + 1.6}}, ink);
  canvas.polygon({{186, y}, {108, y - 1.6}, {108, y + 1.6}}, ink);
  canvas.polygon({{100, y - 5}, {105, y}, {100, y + 5}, {95, y}}, ink);
}

constexpr double kGap = 7;

struct TypeLine {
  Block block;
  bool catchword = false;  // "the", "of the": small, between rules
};

bool is_catchword(std::string_view words) {
  static constexpr std::string_view kCatchwords[] = {"THE",     "A",   "AN",     "OF",  "OF THE", "AND",
                                                     "AND THE", "IN",  "IN THE", "LE",  "LA",     "LES",
                                                     "IL",      "DER", "DIE",    "DAS", "TO"};
  return std::find(std::begin(kCatchwords), std::end(kCatchwords), words) != std::end(kCatchwords);
}

// Every line in another face, as the printer had them.
std::vector<TypeLine> wood_type(const Sheet& sheet, double width, double height) {
  static constexpr Face kFaces[][3] = {{Face::Clarendon, Face::Sign, Face::Clarendon},
                                       {Face::Sign, Face::Clarendon, Face::Narrow},
                                       {Face::Slender, Face::Clarendon, Face::Sign}};
  const auto& faces = sheet.chance.one_of(kFaces);
  const auto plan = set_filled(sheet.title, {}, {.width = width, .height = height * 0.85, .largest = 120, .lines = 6});
  std::vector<TypeLine> lines;
  double sum = 0;
  const auto set = [&](std::string_view words, Face face, double high) {
    return set_even(words, {.face = face}, {.width = width, .height = high, .largest = 110, .lines = 1});
  };
  for (const auto& line : plan.lines) {
    const bool catchword = plan.lines.size() > 1 && is_catchword(line.words);
    const auto face = catchword ? Face::Clarendon : faces[lines.size() % 3];
    lines.push_back({set(line.words, face, catchword ? 13 : 92), catchword});
    sum += lines.back().block.height + kGap;
  }
  const double by = std::min(1.0, height / std::max(1.0, sum));
  for (std::size_t i = 0; by < 1 && i < lines.size(); ++i)
    lines[i].block = set(plan.lines[i].words, lines[i].block.face, lines[i].block.height * by);
  return lines;
}

void lay(Canvas& canvas, const Palette& colours, const std::vector<TypeLine>& lines, double top, double height) {
  double used = -kGap;
  for (const auto& line : lines) used += line.block.height + kGap;
  double y = top + (height - used) / 2;
  bool coloured = lines.size() == 1;
  for (const auto& [block, catchword] : lines) {
    canvas.text(block, 100, y, Align::Middle, coloured && !catchword ? colours.one : colours.ink, colours.ground);
    if (catchword)
      for (const double side : {-1.0, 1.0})
        canvas.rect(100 + side * (block.width / 2 + 21) - 14, y + block.height / 2 - 1, 28, 2, colours.one);
    if (!catchword) coloured = !coloured;
    y += block.height + kGap;
  }
}

}  // namespace

Canvas draw_bill(const Sheet& sheet) {
  auto& chance = sheet.chance;
  const auto& colours = chance.one_of(kPalettes);
  Canvas canvas(colours.ground, sheet.label);
  canvas.frame(6, 6, 188, 288, colours.ink, 2.6);
  canvas.frame(10, 10, 180, 280, colours.ink, 0.8);
  const bool stars = chance.flip();
  if (stars) {
    for (int i = 0; i < 5; ++i) star(canvas, 60 + i * 20, 23, i == 2 ? 7.5 : 5, i == 2 ? colours.one : colours.ink);
  } else {
    rule(canvas, 23, colours.one);
  }
  lay(canvas, colours, wood_type(sheet, 166, 178), 36, 184);
  rule(canvas, 229, colours.ink);
  canvas.rect(16, 240, 168, 28, colours.two);
  const Small name{
      .style = {.face = Face::Sign, .tracking = 0.06}, .size = 17, .ink = colours.three, .ground = colours.two};
  const auto director = set_label(sheet.director, name.style, name.size, 156, 10);
  canvas.text(director, 100, 254 - director.height / 2, Align::Middle, name.ink, name.ground);
  const auto year = set_label(sheet.year, {.face = Face::Clarendon, .tracking = 0.2}, 12, 120);
  canvas.text(year, 100, 275, Align::Middle, colours.ink, colours.ground);
  return canvas;
}

}  // namespace rialto::card
