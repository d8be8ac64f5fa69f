#include "card/letters.h"

#include <algorithm>
#include <tuple>

namespace rialto::card {

const Glyph* find_glyph(Face face, char32_t letter) {
  const auto glyphs = letters_of(face).glyphs;
  const auto found = std::lower_bound(glyphs.begin(), glyphs.end(), letter,
                                      [](const Glyph& one, char32_t other) { return one.letter < other; });
  return found != glyphs.end() && found->letter == letter ? &*found : nullptr;
}

int kerning(Face face, const Glyph& left, const Glyph& right) {
  const auto kerns = letters_of(face).kerns;
  const std::pair wanted(left.base, right.base);
  const auto found = std::lower_bound(kerns.begin(), kerns.end(), wanted, [](const Kern& one, const auto& other) {
    return std::pair(one.left, one.right) < other;
  });
  return found != kerns.end() && std::pair(found->left, found->right) == wanted ? found->by : 0;
}

}  // namespace rialto::card
