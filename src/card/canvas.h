// The sheet that a card is drawn on: 200 wide, 300 high, written as SVG while it is drawn.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "card/chance.h"
#include "card/setting.h"

namespace rialto::card {

inline constexpr double kWide = 200, kHigh = 300;

struct Point {
  double x = 0, y = 0;
};

struct Size {
  double width = 0, height = 0;
};

enum class Align { Left, Middle, Right };

// Where words stand, for the tests: that they are on the card, clear of each other, and readable on their ground.
struct TextMark {
  Point corners[4];  // of the ink, on the card
  std::string_view ink, ground;
  double size;
};

class Canvas {
 public:
  // Colours are "#rrggbb" and outlive the canvas. `label` is what a screen reader says.
  Canvas(std::string_view ground, std::string_view label) : Canvas({kWide, kHigh}, ground, label) {}
  Canvas(Size size, std::string_view ground, std::string_view label);

  void rect(double x, double y, double width, double height, std::string_view fill, double opacity = 1);
  void frame(double x, double y, double width, double height, std::string_view stroke, double thick);
  void circle(double x, double y, double radius, std::string_view fill, double opacity = 1);
  void ring(double x, double y, double radius, std::string_view stroke, double thick, double opacity = 1);
  void polygon(const std::vector<Point>& points, std::string_view fill, double opacity = 1);
  void line(Point from, Point to, std::string_view stroke, double thick, double opacity = 1);
  void path(std::string_view data, std::string_view fill, double opacity = 1);
  void stroke(std::string_view data, std::string_view colour, double thick, double opacity = 1);
  // A row of dashes, as wide across as `thick`.
  void dashes(Point from, Point to, std::string_view colour, double thick, double dash, double gap);
  // The dots of a Pen, each as wide as this.
  void dots(std::string_view data, std::string_view colour, double wide);
  // A gradient from one colour at the top of the box to the other at its bottom, to fill with: "url(#name)".
  void shade(std::string_view name, std::string_view top, std::string_view bottom);
  // Light from a middle: the colour fades away towards the edge.
  void glow(std::string_view name, std::string_view colour, double strength);
  // A finished card, with its upper left corner there, made smaller. Only one: its names would meet those of another.
  void inset(std::string_view card, double x, double y, double width);
  // What follows, until end(), is turned clockwise about a point, or cut off outside a rectangle.
  void turn(double degrees, Point about);
  void clip(double x, double y, double width, double height);
  void end();

  // The block with its top at y; x is its left end, middle or right end. `ground` is what it stands on.
  void text(const Block& block, double x, double y, Align align, std::string_view ink, std::string_view ground);
  // The same, each letter a little off: cut with scissors, painted by hand. Shifts are in letter sizes.
  void text_by_hand(const Block& block, double x, double y, Align align, std::string_view ink, std::string_view ground,
                    double degrees, double shift, Chance& chance);

  // What the block would throw behind itself: not to be read, so it leaves no mark.
  void shadow(const Block& block, double x, double y, Align align, std::string_view ink);

  [[nodiscard]] const std::vector<TextMark>& marks() const { return marks_; }
  std::string take();  // the finished SVG

 private:
  struct Turn {
    double degrees;
    Point about;
  };
  enum class Group { Turned, Clipped };

  void number(double value);
  void attribute(std::string_view name, double value);
  void painted(std::string_view fill, double opacity);
  void stroked(std::string_view colour, double thick, double opacity);
  void mark(const Line& line, double left, double baseline, std::string_view ink, std::string_view ground);
  void outlined_line(const Line& line, double left, double baseline, std::string_view ink);
  void plain_line(const Block& block, const Line& line, double left, double baseline, std::string_view ink);

  std::string out_;
  std::vector<TextMark> marks_;
  std::vector<Turn> turns_;
  std::vector<Group> groups_;
  int clips_ = 0;
};

// Path data, for shapes with curves.
class Pen {
 public:
  Pen& move(double x, double y) { return command('M', {x, y}); }
  Pen& line(double x, double y) { return command('L', {x, y}); }
  Pen& curve(double ax, double ay, double bx, double by, double x, double y) {
    return command('C', {ax, ay, bx, by, x, y});
  }
  Pen& bend(double ax, double ay, double x, double y) { return command('Q', {ax, ay, x, y}); }
  // The shorter arc of a circle, clockwise or the other way round.
  Pen& arc(double radius, double x, double y, bool clockwise);
  Pen& dot(double x, double y);  // for Canvas::dots()
  Pen& close() { return command('Z', {}); }
  Pen& disc(double x, double y, double radius);
  Pen& box(double x, double y, double width, double height);
  [[nodiscard]] std::string_view data() const { return data_; }

 private:
  Pen& command(char letter, std::initializer_list<double> numbers);

  std::string data_;
};

double left_of(const Line& line, double x, Align align);

}  // namespace rialto::card
