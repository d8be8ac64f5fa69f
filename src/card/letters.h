// The letters of title cards as outlines: a picture in <img> can't use the fonts of its page, so its words are drawn.
// Made at build time by tools/pack_letters from the faces in assets/letters.txt, in the same order.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace rialto::card {

enum class Face {
  Sign,        // Bebas Neue: narrow capitals of marquees and title cards
  SignLight,   // the same, lighter
  Text,        // EB Garamond
  TextItalic,  // EB Garamond, italic
  Grotesk,     // Nimbus Sans bold: the Swiss grotesk
  Narrow,      // the same, condensed; stands in for Sign in Greek and Cyrillic
  Geometric,   // League Spartan: circles and straight lines
  Gothic,      // URW Gothic: the geometric face of the 1970s
  Bookman,     // URW Bookman, bold italic: paperbacks of the 1970s
  Clarendon,   // C059 bold: bills and westerns
  Typewriter,  // Nimbus Mono bold
  Brush,       // Kaushan Script
  Slender,     // Le Murmure: a tall Latin
};

struct Glyph {
  char32_t letter;
  char16_t base;  // what it is kerned as: "e" for "é"
  std::int16_t advance;
  std::int16_t top, bottom;  // of its ink, above (up) and below (down) the baseline
  std::int16_t x, y;         // where the outline begins
  std::string_view outline;  // SVG path data from there on, relative
};

struct Kern {
  char16_t left, right;
  std::int16_t by;
};

// Thousandths of the letter size; y downwards, 0 is the baseline.
struct Letters {
  std::span<const Glyph> glyphs;  // by letter
  std::span<const Kern> kerns;    // by left, then right
  int cap_height, x_height;
};

const Letters& letters_of(Face face);

// nullptr if the face has no such letter.
const Glyph* find_glyph(Face face, char32_t letter);

// What comes between two letters beside their own widths, mostly negative.
int kerning(Face face, const Glyph& left, const Glyph& right);

// A hash over the letters and all that draws with them.
std::uint64_t edition();

}  // namespace rialto::card
