#include "card/credits.h"

namespace rialto::card {

namespace {

double cap_height(const Small& small) {
  return letters_of(small.style.face).cap_height * small.size / 1000;
}

// Words smaller than asked for stand on the same baseline as the others.
void put(Canvas& canvas, const Small& small, const Block& block, double x, double top, Align align) {
  if (block.lines.empty()) return;
  canvas.text(block, x, top + cap_height(small) - block.lines.front().baseline, align, small.ink, small.ground);
}

}  // namespace

void credits_apart(Canvas& canvas, const Sheet& sheet, const Small& small, double left, double right, double top) {
  const auto year = set_label(sheet.year, small.style, small.size, right - left);
  put(canvas, small, year, right, top, Align::Right);
  const double rest = right - left - (year.width > 0 ? year.width + small.size * 0.7 : 0);
  put(canvas, small, set_label(sheet.director, small.style, small.size, rest, small.size * 0.7), left, top,
      Align::Left);
}

void credits_stacked(Canvas& canvas, const Sheet& sheet, const Small& small, double x, double top, double width,
                     Align align) {
  const auto director = set_label(sheet.director, small.style, small.size, width, small.size * 0.7);
  put(canvas, small, director, x, top, align);
  if (!director.lines.empty()) top += small.size * small.style.leading;
  put(canvas, small, set_label(sheet.year, small.style, small.size, width), x, top, align);
}

double stacked_height(const Sheet& sheet, const Small& small) {
  const int lines = (sheet.director.empty() ? 0 : 1) + (sheet.year.empty() ? 0 : 1);
  return lines == 0 ? 0 : cap_height(small) + (lines - 1) * small.size * small.style.leading;
}

}  // namespace rialto::card
