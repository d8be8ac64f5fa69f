#include "card/words.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace rialto::card {

namespace {

constexpr std::size_t kMostLetters = 110, kMostWords = 30;

// Blank where a title has what isn't written: controls, line ends, what turns the direction of text.
bool is_blank(char32_t letter) {
  const auto kind = u_charType(static_cast<UChar32>(letter));
  return u_isUWhiteSpace(static_cast<UChar32>(letter)) || kind == U_CONTROL_CHAR || kind == U_FORMAT_CHAR ||
         kind == U_SURROGATE;
}

std::u32string letters_in(std::string_view text, Case letters) {
  auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
  if (letters == Case::Capitals) wide.toUpper(icu::Locale::getRoot());
  std::u32string out;
  for (std::int32_t i = 0; i < wide.length() && out.size() < kMostLetters; i = wide.moveIndex32(i, 1))
    out += static_cast<char32_t>(wide.char32At(i));
  if (out.size() == kMostLetters) out.back() = U'…';
  return out;
}

bool has_all(Face face, std::u32string_view letters) {
  return std::all_of(letters.begin(), letters.end(),
                     [&](char32_t one) { return is_blank(one) || find_glyph(face, one) != nullptr; });
}

// A face of the same kind that has Greek, Cyrillic and rare letters, for one that lacks them.
Face stand_in(Face face) {
  switch (face) {
    case Face::Sign:
    case Face::SignLight:
    case Face::Slender:
      return Face::Narrow;
    case Face::Geometric:
      return Face::Gothic;
    case Face::Brush:
      return Face::Bookman;
    case Face::Clarendon:
      return Face::Text;
    default:
      return Face::Grotesk;
  }
}

enum class Script { Spaced, Wide, RightToLeft };

Script script_of(char32_t letter) {
  const auto direction = u_charDirection(static_cast<UChar32>(letter));
  if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return Script::RightToLeft;
  const auto width = u_getIntPropertyValue(static_cast<UChar32>(letter), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? Script::Wide : Script::Spaced;
}

// For letters that the viewer's fonts will draw: about as wide as they are there, and told to be so.
double guessed_width(char32_t letter) {
  const auto kind = u_charType(static_cast<UChar32>(letter));
  if (kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK) return 0;
  if (script_of(letter) == Script::Wide) return 1000;
  if (script_of(letter) == Script::RightToLeft) return 560;
  return letter < 0x80 ? 620 : 680;
}

bool is_small(std::u32string_view word) {
  static constexpr std::array<std::u32string_view, 44> kSmall = {
      U"A",   U"AN",   U"THE",  U"OF",  U"IN",  U"ON",  U"AT",  U"TO",   U"AND", U"OR",  U"BY",
      U"FOR", U"WITH", U"FROM", U"&",   U"IS",  U"LE",  U"LA",  U"LES",  U"UN",  U"UNE", U"DE",
      U"DES", U"DU",   U"ET",   U"DER", U"DIE", U"DAS", U"EIN", U"UND",  U"VON", U"IM",  U"EL",
      U"LOS", U"LAS",  U"Y",    U"IL",  U"LO",  U"I",   U"DI",  U"THAT", U"MY",  U"NO",  U"O"};
  std::u32string capitals;
  for (const char32_t one : word) capitals += static_cast<char32_t>(u_toupper(static_cast<UChar32>(one)));
  return std::find(kSmall.begin(), kSmall.end(), capitals) != kSmall.end();
}

double width_of(const Words& words, const Word& word) {
  if (!words.outlined) {
    double width = 0;
    for (const char32_t one : word.letters) width += guessed_width(one);
    return width;
  }
  std::vector<Placed> glyphs;
  return place(words, word, 0, glyphs) - words.tracking;
}

// In pieces that are no wider than `longest`.
void add_in_pieces(Words& words, Word word, double longest) {
  word.width = width_of(words, word);
  while (word.width > longest && word.letters.size() > 1) {
    auto piece = word;
    while (piece.width > longest && piece.letters.size() > 1) {
      piece.letters.pop_back();
      piece.width = width_of(words, piece);
    }
    word.letters.erase(0, piece.letters.size());
    words.list.push_back(piece);
    word.spaced = false;
    word.width = width_of(words, word);
  }
  words.list.push_back(std::move(word));
}

// Between two wide letters a line may break anywhere.
bool breaks_between(char32_t left, char32_t right) {
  const bool closing = u_charType(static_cast<UChar32>(right)) == U_END_PUNCTUATION || right == U'、' ||
                       right == U'。' || right == U'ー' || right == U'!' || right == U'！' || right == U'？';
  return (script_of(left) == Script::Wide || script_of(right) == Script::Wide) && !closing;
}

std::vector<Word> words_in(std::u32string_view letters) {
  std::vector<Word> list;
  Word word;
  const auto end_word = [&](bool spaced) {
    if (!word.letters.empty()) list.push_back(word);
    word = {.letters = {}, .width = 0, .spaced = spaced || word.letters.empty()};
  };
  for (const char32_t one : letters) {
    if (is_blank(one)) {
      end_word(true);
      continue;
    }
    if (!word.letters.empty() && breaks_between(word.letters.back(), one)) end_word(false);
    word.letters += one;
    const bool hyphen = (one == U'-' || one == U'/') && word.letters.size() > 3;
    if (hyphen) end_word(false);
  }
  end_word(true);
  return list;
}

}  // namespace

std::string utf8_of(std::u32string_view letters) {
  std::string out;
  for (const char32_t one : letters) {
    char bytes[4];
    std::int32_t length = 0;
    UBool wrong = false;
    U8_APPEND(reinterpret_cast<std::uint8_t*>(bytes), length, 4, static_cast<UChar32>(one), wrong);
    if (!wrong) out.append(bytes, static_cast<std::size_t>(length));
  }
  return out;
}

double blank_of(const Words& words) {
  if (!words.outlined) return 300;
  const auto* const blank = find_glyph(words.face, U' ');
  return (blank ? blank->advance : 250) + words.tracking;
}

double place(const Words& words, const Word& word, double x, std::vector<Placed>& glyphs) {
  const Glyph* before = nullptr;
  for (const char32_t one : word.letters) {
    const auto* const glyph = find_glyph(words.face, one);
    if (!glyph) continue;
    if (before) x += kerning(words.face, *before, *glyph);
    glyphs.push_back({glyph, x});
    x += glyph->advance + words.tracking;
    before = glyph;
  }
  return x;
}

Words words_of(std::string_view text, const Style& style, double longest) {
  const auto letters = letters_in(text, style.letters);
  Words words{
      .face = style.face, .outlined = true, .right_to_left = false, .tracking = style.tracking * 1000, .list = {}};
  if (!has_all(words.face, letters)) words.face = stand_in(style.face);
  words.outlined = has_all(words.face, letters);
  for (const char32_t one : letters) {
    if (script_of(one) == Script::RightToLeft) words.right_to_left = true;
    if (u_isalpha(static_cast<UChar32>(one))) break;
  }
  for (auto& word : words_in(letters)) {
    word.small = is_small(word.letters);
    if (words.list.size() < kMostWords) add_in_pieces(words, std::move(word), longest);
  }
  if (words.list.size() > kMostWords) words.list.resize(kMostWords);
  return words;
}

}  // namespace rialto::card
