// The words of a title as code points, ready to be set.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "card/setting.h"

namespace rialto::card {

struct Word {
  std::u32string letters;
  double width = 0;    // thousandths of the letter size
  bool spaced = true;  // a blank stands before it
  bool small = false;  // "of", "the": doesn't end a line
};

struct Words {
  Face face = Face::Sign;  // the style's, or one that has the letters
  bool outlined = true;
  bool right_to_left = false;
  double tracking = 0;  // thousandths
  std::vector<Word> list;
};

// At most 30 words of at most `longest` thousandths each; what is longer is cut in pieces, what is more ends with "…".
Words words_of(std::string_view text, const Style& style, double longest);

// Where the glyphs of a word stand, appended to `glyphs` from `x` on; gives the x behind it.
double place(const Words& words, const Word& word, double x, std::vector<Placed>& glyphs);

double blank_of(const Words& words);

std::string utf8_of(std::u32string_view letters);

}  // namespace rialto::card
