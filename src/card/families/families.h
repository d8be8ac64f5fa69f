// The hands that draw: one function for each family, in the file of its name.
#pragma once

#include <string>
#include <string_view>

#include "card/canvas.h"
#include "card/chance.h"

namespace rialto::card {

// What a family is given: the words as they will stand, and its chance.
struct Sheet {
  std::string_view title;
  std::string_view director;  // "" if not known
  std::string year;           // the same
  std::string_view label;     // for the canvas
  Chance& chance;
};

// Colours that were printed together.
struct Palette {
  std::string_view ground, ink, one, two, three;
};

Canvas draw_constructivist(const Sheet& sheet);
Canvas draw_expressionist(const Sheet& sheet);
Canvas draw_deco(const Sheet& sheet);
Canvas draw_bill(const Sheet& sheet);
Canvas draw_blinds(const Sheet& sheet);
Canvas draw_cut_paper(const Sheet& sheet);
Canvas draw_woodblock(const Sheet& sheet);
Canvas draw_swiss(const Sheet& sheet);
Canvas draw_polish_school(const Sheet& sheet);
Canvas draw_halftone(const Sheet& sheet);
Canvas draw_spiral(const Sheet& sheet);
Canvas draw_paperback(const Sheet& sheet);
Canvas draw_stripes(const Sheet& sheet);
Canvas draw_video(const Sheet& sheet);
Canvas draw_horizon(const Sheet& sheet);
Canvas draw_contact_sheet(const Sheet& sheet);
Canvas draw_picture_book(const Sheet& sheet);
Canvas draw_lights(const Sheet& sheet);
Canvas draw_ridges(const Sheet& sheet);
Canvas draw_minimal(const Sheet& sheet);
Canvas draw_title(const Sheet& sheet);

}  // namespace rialto::card
