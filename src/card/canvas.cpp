#include "card/canvas.h"

#include <charconv>
#include <cmath>
#include <numbers>

namespace rialto::card {

namespace {

// With one decimal, which is a hundredth of a letter.
void append_number(std::string& out, double value) {
  const auto tenths = std::llround(value * 10);
  char digits[24];
  auto* end = std::to_chars(digits, digits + sizeof digits, tenths / 10).ptr;
  if (tenths < 0 && tenths > -10) out += '-';
  out.append(digits, end);
  const auto rest = static_cast<char>(std::llabs(tenths % 10));
  if (rest != 0) out += '.', out += static_cast<char>('0' + rest);
}

// With four decimals, for scales.
void append_fine(std::string& out, double value) {
  const auto parts = std::llround(value * 10'000);
  out += std::to_string(parts / 10'000) + '.';
  const auto rest = std::to_string(10'000 + parts % 10'000);
  out.append(rest, 1);
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
    }
  }
}

Point turned(Point point, double degrees, Point about) {
  const double angle = degrees * std::numbers::pi / 180, x = point.x - about.x, y = point.y - about.y;
  return {about.x + x * std::cos(angle) - y * std::sin(angle), about.y + x * std::sin(angle) + y * std::cos(angle)};
}

void append_glyph(std::string& out, const Glyph& glyph, double x) {
  if (glyph.outline.empty()) return;
  out += 'M';
  out += std::to_string(std::lround(x) + glyph.x);
  out += ' ';
  out += std::to_string(glyph.y);
  out += glyph.outline;
}

}  // namespace

double left_of(const Line& line, double x, Align align) {
  return align == Align::Left ? x : align == Align::Right ? x - line.width : x - line.width / 2;
}

Canvas::Canvas(Size size, std::string_view ground, std::string_view label) {
  out_.reserve(12'000);
  out_ += R"(<svg xmlns="http://www.w3.org/2000/svg" width=")";
  number(2 * size.width), out_ += R"(" height=")", number(2 * size.height);
  out_ += R"(" viewBox="0 0 )";
  number(size.width), out_ += ' ', number(size.height);
  out_ += R"(" role="img"><title>)";
  append_escaped(out_, label);
  out_ += "</title>";
  rect(0, 0, size.width, size.height, ground);
}

void Canvas::number(double value) {
  append_number(out_, value);
}

void Canvas::attribute(std::string_view name, double value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  number(value);
  out_ += '"';
}

void Canvas::painted(std::string_view fill, double opacity) {
  out_ += " fill=\"";
  out_ += fill;
  out_ += '"';
  if (opacity < 1) out_ += " opacity=\"", append_fine(out_, opacity), out_ += '"';
  out_ += "/>";
}

void Canvas::stroked(std::string_view colour, double thick, double opacity) {
  out_ += " fill=\"none\" stroke=\"";
  out_ += colour;
  out_ += '"';
  attribute("stroke-width", thick);
  if (opacity < 1) out_ += " opacity=\"", append_fine(out_, opacity), out_ += '"';
  out_ += "/>";
}

void Canvas::rect(double x, double y, double width, double height, std::string_view fill, double opacity) {
  out_ += "<rect";
  if (x != 0) attribute("x", x);
  if (y != 0) attribute("y", y);
  attribute("width", width), attribute("height", height);
  painted(fill, opacity);
}

void Canvas::frame(double x, double y, double width, double height, std::string_view colour, double thick) {
  out_ += "<rect";
  attribute("x", x), attribute("y", y), attribute("width", width), attribute("height", height);
  stroked(colour, thick, 1);
}

void Canvas::circle(double x, double y, double radius, std::string_view fill, double opacity) {
  out_ += "<circle";
  attribute("cx", x), attribute("cy", y), attribute("r", radius);
  painted(fill, opacity);
}

void Canvas::ring(double x, double y, double radius, std::string_view colour, double thick, double opacity) {
  out_ += "<circle";
  attribute("cx", x), attribute("cy", y), attribute("r", radius);
  stroked(colour, thick, opacity);
}

void Canvas::polygon(const std::vector<Point>& points, std::string_view fill, double opacity) {
  Pen pen;
  for (std::size_t i = 0; i < points.size(); ++i)
    i == 0 ? pen.move(points[i].x, points[i].y) : pen.line(points[i].x, points[i].y);
  path(pen.close().data(), fill, opacity);
}

void Canvas::line(Point from, Point to, std::string_view colour, double thick, double opacity) {
  stroke(Pen().move(from.x, from.y).line(to.x, to.y).data(), colour, thick, opacity);
}

void Canvas::path(std::string_view data, std::string_view fill, double opacity) {
  out_ += "<path d=\"";
  out_ += data;
  out_ += '"';
  painted(fill, opacity);
}

void Canvas::stroke(std::string_view data, std::string_view colour, double thick, double opacity) {
  out_ += "<path d=\"";
  out_ += data;
  out_ += '"';
  stroked(colour, thick, opacity);
}

void Canvas::dashes(Point from, Point to, std::string_view colour, double thick, double dash, double gap) {
  out_ += "<path stroke-dasharray=\"";
  number(dash), out_ += ' ', number(gap);
  out_ += "\" d=\"";
  out_ += Pen().move(from.x, from.y).line(to.x, to.y).data();
  out_ += '"';
  stroked(colour, thick, 1);
}

void Canvas::dots(std::string_view data, std::string_view colour, double wide) {
  if (data.empty()) return;
  out_ += "<path stroke-linecap=\"round\" d=\"";
  out_ += data;
  out_ += '"';
  stroked(colour, wide, 1);
}

void Canvas::shade(std::string_view name, std::string_view top, std::string_view bottom) {
  out_ += "<linearGradient id=\"";
  out_ += name;
  out_ += "\" x2=\"0\" y2=\"1\"><stop stop-color=\"";
  out_ += top;
  out_ += "\"/><stop offset=\"1\" stop-color=\"";
  out_ += bottom;
  out_ += "\"/></linearGradient>";
}

void Canvas::glow(std::string_view name, std::string_view colour, double strength) {
  out_ += "<radialGradient id=\"";
  out_ += name;
  out_ += "\"><stop stop-color=\"";
  out_ += colour;
  out_ += "\" stop-opacity=\"";
  append_fine(out_, strength);
  out_ += "\"/><stop offset=\"1\" stop-color=\"";
  out_ += colour;
  out_ += "\" stop-opacity=\"0\"/></radialGradient>";
}

void Canvas::inset(std::string_view card, double x, double y, double width) {
  out_ += "<g transform=\"translate(";
  number(x), out_ += ' ', number(y);
  out_ += ") scale(";
  append_fine(out_, width / (2 * kWide));  // a card is told as twice its units
  out_ += ")\">";
  out_ += card;
  out_ += "</g>";
}

void Canvas::turn(double degrees, Point about) {
  out_ += "<g transform=\"rotate(";
  number(degrees), out_ += ' ', number(about.x), out_ += ' ', number(about.y);
  out_ += ")\">";
  turns_.push_back({std::round(degrees * 10) / 10, about});
  groups_.push_back(Group::Turned);
}

void Canvas::clip(double x, double y, double width, double height) {
  const auto name = "k" + std::to_string(++clips_);
  out_ += "<clipPath id=\"" + name + "\"><rect";
  attribute("x", x), attribute("y", y), attribute("width", width), attribute("height", height);
  out_ += "/></clipPath><g clip-path=\"url(#" + name + ")\">";
  groups_.push_back(Group::Clipped);
}

void Canvas::end() {
  out_ += "</g>";
  if (groups_.back() == Group::Turned) turns_.pop_back();
  groups_.pop_back();
}

void Canvas::mark(const Line& line, double left, double baseline, std::string_view ink, std::string_view ground) {
  TextMark mark{.corners = {{left, baseline - line.above},
                            {left + line.width, baseline - line.above},
                            {left + line.width, baseline + line.below},
                            {left, baseline + line.below}},
                .ink = ink,
                .ground = ground,
                .size = line.size};
  for (auto& corner : mark.corners)
    for (auto turn = turns_.rbegin(); turn != turns_.rend(); ++turn)
      corner = turned(corner, turn->degrees, turn->about);
  marks_.push_back(mark);
}

void Canvas::outlined_line(const Line& line, double left, double baseline, std::string_view ink) {
  out_ += "<path transform=\"translate(";
  number(left), out_ += ' ', number(baseline);
  out_ += ")scale(";
  append_fine(out_, line.size / 1000);
  out_ += ")\" d=\"";
  for (const auto& placed : line.glyphs) append_glyph(out_, *placed.glyph, placed.x);
  out_ += '"';
  painted(ink, 1);
}

void Canvas::plain_line(const Block& block, const Line& line, double left, double baseline, std::string_view ink) {
  const bool serif = block.face == Face::Text || block.face == Face::TextItalic;
  out_ += "<text";
  attribute("x", left), attribute("y", baseline), attribute("font-size", line.size),
      attribute("textLength", line.width);
  out_ += block.right_to_left ? R"( direction="rtl" text-anchor="end")" : "";
  out_ += R"( lengthAdjust="spacingAndGlyphs" font-family=")";
  out_ += serif ? R"(Noto Serif CJK JP,Noto Naskh Arabic,serif")"
                : R"(Noto Sans CJK JP,Noto Sans,sans-serif" font-weight="700")";
  out_ += " fill=\"";
  out_ += ink;
  out_ += "\">";
  append_escaped(out_, line.words);
  out_ += "</text>";
}

void Canvas::text(const Block& block, double x, double y, Align align, std::string_view ink, std::string_view ground) {
  for (const auto& line : block.lines) {
    const double left = left_of(line, x, align), baseline = y + line.baseline;
    mark(line, left, baseline, ink, ground);
    if (block.outlined)
      outlined_line(line, left, baseline, ink);
    else
      plain_line(block, line, left, baseline, ink);
  }
}

void Canvas::shadow(const Block& block, double x, double y, Align align, std::string_view ink) {
  if (!block.outlined) return;
  for (const auto& line : block.lines) outlined_line(line, left_of(line, x, align), y + line.baseline, ink);
}

void Canvas::text_by_hand(const Block& block, double x, double y, Align align, std::string_view ink,
                          std::string_view ground, double degrees, double shift, Chance& chance) {
  if (!block.outlined) return text(block, x, y, align, ink, ground);
  for (const auto& line : block.lines) {
    const double left = left_of(line, x, align), baseline = y + line.baseline, scale = line.size / 1000;
    mark(line, left, baseline, ink, ground);
    for (const auto& [glyph, glyph_x] : line.glyphs) {
      if (glyph->outline.empty()) continue;
      const double half = glyph->advance / 2.0;
      out_ += "<path transform=\"translate(";
      number(left + (glyph_x + half) * scale), out_ += ' ',
          number(baseline + chance.between(-shift, shift) * line.size);
      out_ += ")rotate(";
      number(chance.between(-degrees, degrees));
      out_ += ")scale(";
      append_fine(out_, scale);
      out_ += ")\" d=\"";
      append_glyph(out_, *glyph, -half);
      out_ += '"';
      painted(ink, 1);
    }
  }
}

std::string Canvas::take() {
  out_ += "</svg>";
  return std::move(out_);
}

Pen& Pen::command(char letter, std::initializer_list<double> numbers) {
  data_ += letter;
  bool first = true;
  for (const double one : numbers) {
    if (!first) data_ += ' ';
    first = false;
    append_number(data_, one);
  }
  return *this;
}

Pen& Pen::arc(double radius, double x, double y, bool clockwise) {
  return command('A', {radius, radius, 0, 0, clockwise ? 1.0 : 0.0, x, y});
}

Pen& Pen::dot(double x, double y) {
  move(x, y);
  data_ += "h0";
  return *this;
}

Pen& Pen::disc(double x, double y, double radius) {
  return move(x - radius, y).arc(radius, x + radius, y, true).arc(radius, x - radius, y, true).close();
}

Pen& Pen::box(double x, double y, double width, double height) {
  return move(x, y).line(x + width, y).line(x + width, y + height).line(x, y + height).close();
}

}  // namespace rialto::card
