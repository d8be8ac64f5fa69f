// Director and year on a card, in the three ways that cards have them.
#pragma once

#include "card/canvas.h"
#include "card/families/families.h"

namespace rialto::card {

// Where and how small words stand.
struct Small {
  Style style = {.face = Face::Sign, .letters = Case::Capitals, .tracking = 0.05, .leading = 1.06};
  double size = 14;
  std::string_view ink, ground;
};

// Director at the left, year at the right; the tops of their capitals at `top`.
void credits_apart(Canvas& canvas, const Sheet& sheet, const Small& small, double left, double right, double top);

// Director over year, from `top` downwards.
void credits_stacked(Canvas& canvas, const Sheet& sheet, const Small& small, double x, double top, double width,
                     Align align);

// How high credits_stacked() is.
double stacked_height(const Sheet& sheet, const Small& small);

}  // namespace rialto::card
