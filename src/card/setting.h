// Words set in a box: broken into lines that fill it, as large as they fit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "card/letters.h"

namespace rialto::card {

enum class Case { AsWritten, Capitals };

struct Style {
  Face face = Face::Sign;
  Case letters = Case::Capitals;
  double tracking = 0;   // between letters, in letter sizes
  double leading = 0.9;  // from line to line, in letter sizes
};

struct Placed {
  const Glyph* glyph;
  double x;  // thousandths of the letter size, from the line's left end
};

struct Line {
  std::vector<Placed> glyphs;  // empty where the words are not outlined
  std::string words;
  double width = 0;             // all of these in units of the card
  double above = 0, below = 0;  // ink over and under the baseline
  double size = 0;
  double baseline = 0;  // below the block's top
};

// Lines in one face. In scripts that we have no outlines for, the words stay text for the viewer's own fonts, held to
// their measure by textLength.
struct Block {
  Face face = Face::Sign;
  bool outlined = true;
  bool right_to_left = false;
  std::vector<Line> lines;
  double width = 0, height = 0;  // of the ink
  [[nodiscard]] double size() const { return lines.empty() ? 0 : lines.front().size; }
};

struct Room {
  double width, height;
  double largest = 400;  // letter size
  int lines = 9;         // at most
};

// All lines of one size, the largest at which they fit the room; broken so that lines are even and no small word ("of",
// "the") ends one. Words too long for any line are cut in pieces. Never larger than the room.
Block set_even(std::string_view words, const Style& style, const Room& room);

// Each line as wide as the room, like a bill set in wood type; narrower only where it would be more than twice as large
// as another, or where the height asks for it.
Block set_filled(std::string_view words, const Style& style, const Room& room);

// One line at this size; smaller, down to `smallest`, where it is wider than `width`; then cut with "…".
Block set_label(std::string_view words, const Style& style, double size, double width, double smallest = 9);

// A block laid with each line's words from top to bottom, one letter under the other: for scripts that are written so.
Block set_column(std::string_view words, const Style& style, const Room& room);

// True for scripts that may run down a column: Chinese, Japanese, Korean.
bool runs_down(std::string_view words);

}  // namespace rialto::card
