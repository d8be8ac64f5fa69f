#include "text/name_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rialto::text {

namespace {

constexpr auto kBase = WordHash::kBase;
constexpr auto kLongest = WordHash::kLongest;

constexpr std::array<std::uint64_t, kLongest + 3> kPowers = [] {
  std::array<std::uint64_t, kLongest + 3> powers{};
  powers[0] = 1;
  for (std::size_t at = 1; at < powers.size(); ++at) powers[at] = powers[at - 1] * kBase;
  return powers;
}();

// Base letters of U+00C0 to U+017F; '*' where it is two (two_letters), '.' where it is no letter.
constexpr std::string_view kLatin =
    "aaaaaa*ceeeeiiiidnooooo.ouuuuy**aaaaaa*ceeeeiiiidnooooo.ouuuuy*y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
    "lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

std::string_view two_letters(char32_t sign) {
  switch (sign) {
    case 0xC6:
    case 0xE6: return "ae";
    case 0xDE:
    case 0xFE: return "th";
    case 0xDF: return "ss";
    case 0x132:
    case 0x133: return "ij";
    default: return "oe";
  }
}

struct Sign {
  char32_t value = 0;
  std::uint32_t size = 0;  // bytes; 0 at the end
};

// The code point at `at`; a byte that is no UTF-8 counts as one sign that is no letter.
Sign sign_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t place) { return static_cast<unsigned char>(text[place]); };
  const auto first = byte(at);
  if (first < 0x80) return {first, 1};
  const std::uint32_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + size > text.size()) return {0xFFFD, 1};
  char32_t value = first & (0xFFU >> (size + 1));
  for (std::uint32_t next = 1; next < size; ++next) {
    if ((byte(at + next) & 0xC0) != 0x80) return {0xFFFD, 1};
    value = (value << 6) | (byte(at + next) & 0x3F);
  }
  return {value, size};
}

enum class Class : std::uint8_t { Other, Letter, Digit, Apostrophe, Whole, Combining };

bool is_sign_of_its_own(char32_t sign) {
  return (sign >= 0x3040 && sign <= 0x30FF && sign != 0x30FB) || (sign >= 0x3400 && sign <= 0x9FFF) ||
         (sign >= 0xF900 && sign <= 0xFAFF) || (sign >= 0x20000 && sign <= 0x2FFFF);
}

Class class_beyond_ascii(char32_t sign) {
  if (sign == 0x2019 || sign == 0x2018 || sign == 0x2BC) return Class::Apostrophe;
  if (sign >= 0x300 && sign <= 0x36F) return Class::Combining;
  if (sign < 0xC0) return sign == 0xAA || sign == 0xBA ? Class::Letter : Class::Other;
  if (sign < 0x180) return kLatin[sign - 0xC0] == '.' ? Class::Other : Class::Letter;
  if (is_sign_of_its_own(sign)) return Class::Whole;
  if ((sign >= 0x2000 && sign <= 0x2BFF) || (sign >= 0x2E00 && sign <= 0x303F) || sign == 0x30FB) return Class::Other;
  if (sign >= 0xE000 && sign <= 0xF8FF) return Class::Other;
  if ((sign >= 0xFE00 && sign <= 0xFE6F) || (sign >= 0xFF00 && sign <= 0xFF20) || sign >= 0x1F000 || sign == 0xFFFD) return Class::Other;
  return Class::Letter;
}

constexpr std::array<Class, 128> kAscii = [] {
  std::array<Class, 128> classes{};
  for (int letter = 'a'; letter <= 'z'; ++letter) classes[static_cast<std::size_t>(letter)] = Class::Letter;
  for (int letter = 'A'; letter <= 'Z'; ++letter) classes[static_cast<std::size_t>(letter)] = Class::Letter;
  for (int digit = '0'; digit <= '9'; ++digit) classes[static_cast<std::size_t>(digit)] = Class::Digit;
  classes['\''] = Class::Apostrophe;
  classes['&'] = Class::Whole;
  return classes;
}();

// The folded letter of each byte that is a letter or digit of ASCII; 0 for others.
constexpr std::array<char, 256> kPlain = [] {
  std::array<char, 256> letters{};
  for (int letter = 'a'; letter <= 'z'; ++letter) letters[static_cast<std::size_t>(letter)] = static_cast<char>(letter);
  for (int letter = 'A'; letter <= 'Z'; ++letter) letters[static_cast<std::size_t>(letter)] = static_cast<char>(letter + 0x20);
  for (int digit = '0'; digit <= '9'; ++digit) letters[static_cast<std::size_t>(digit)] = static_cast<char>(digit);
  return letters;
}();

Class class_of(char32_t sign) { return sign < 0x80 ? kAscii[sign] : class_beyond_ascii(sign); }

bool is_capital(char32_t sign) {
  if (sign < 0x80) return sign >= 'A' && sign <= 'Z';
  if (sign < 0xDF) return sign >= 0xC0 && sign != 0xD7;
  if (sign >= 0x100 && sign < 0x180) return (sign >= 0x139 && sign <= 0x148) || sign >= 0x179 ? (sign & 1) != 0 : (sign & 1) == 0;
  return (sign >= 0x391 && sign <= 0x3A9) || (sign >= 0x400 && sign <= 0x42F);
}

char32_t lower_beyond_latin(char32_t sign) {
  if ((sign >= 0x391 && sign <= 0x3A9) || (sign >= 0x410 && sign <= 0x42F)) return sign + 0x20;
  if (sign >= 0x400 && sign <= 0x40F) return sign + 0x50;
  if (sign == 0x451) return 0x435;  // ё as е
  switch (sign) {  // accented vowels of Greek
    case 0x386: case 0x3AC: return 0x3B1;
    case 0x388: case 0x3AD: return 0x3B5;
    case 0x389: case 0x3AE: return 0x3B7;
    case 0x38A: case 0x3AF: return 0x3B9;
    case 0x38C: case 0x3CC: return 0x3BF;
    case 0x38E: case 0x3CD: return 0x3C5;
    case 0x38F: case 0x3CE: return 0x3C9;
    case 0x3C2: return 0x3C3;
    default: return sign;
  }
}

// Gives the folded letters of a sign to `take`, one byte at a time.
template <class Take>
void fold_into(char32_t sign, Take take) {
  if (sign == '&') {
    for (const char letter : {'a', 'n', 'd'}) take(letter);
  } else if (sign < 0x80) {
    take(static_cast<char>(sign >= 'A' && sign <= 'Z' ? sign + 0x20 : sign));
  } else if (sign >= 0xC0 && sign < 0x180) {
    const char base = kLatin[sign - 0xC0];
    if (base != '*') return take(base);
    for (const char letter : two_letters(sign)) take(letter);
  } else {
    const char32_t lower = lower_beyond_latin(sign);
    if (lower >= 0x10000) take(static_cast<char>(0xF0 | (lower >> 18)));
    if (lower >= 0x10000) take(static_cast<char>(0x80 | ((lower >> 12) & 0x3F)));
    if (lower >= 0x800 && lower < 0x10000) take(static_cast<char>(0xE0 | (lower >> 12)));
    if (lower >= 0x800) take(static_cast<char>(0x80 | ((lower >> 6) & 0x3F)));
    if (lower < 0x800) take(static_cast<char>(0xC0 | (lower >> 6)));
    take(static_cast<char>(0x80 | (lower & 0x3F)));
  }
}

// ---- numbers as names write them -----------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 12> kNumberWords = {"two",   "three", "four",   "five",   "six",      "seven",
                                                           "eight", "nine",  "ten",    "eleven", "twelve",   "thirteen"};
constexpr std::array<std::string_view, 12> kRoman = {"ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii"};

struct NumberWord {
  WordHash word;
  WordHash digits;
};

WordHash digits_hash(std::size_t number) { return hash_of(std::to_string(number)); }

// A hash table; places without a word are empty.
class NumberWords {
 public:
  NumberWords() {
    add(hash_of("versus"), hash_of("vs"));
    add(hash_of("v"), digits_hash(5));
    for (std::size_t at = 0; at < kRoman.size(); ++at) {
      add(hash_of(kNumberWords[at]), digits_hash(at + 2));
      if (kRoman[at] != "v") add(hash_of(kRoman[at]), digits_hash(at + 2));
    }
  }

  WordHash inner(WordHash word) const {
    for (auto at = place(word);; at = (at + 1) % kPlaces) {
      if (words_[at].word == word) return words_[at].digits;
      if (words_[at].word.letters == 0) return word;
    }
  }

 private:
  static constexpr std::size_t kPlaces = 256;
  static std::size_t place(WordHash word) { return (word.value >> 40) % kPlaces; }

  void add(WordHash word, WordHash digits) {
    auto at = place(word);
    while (words_[at].word.letters != 0) at = (at + 1) % kPlaces;
    words_[at] = {word, digits};
  }

  std::array<NumberWord, kPlaces> words_{};
};

WordHash inner_of(WordHash word) {
  static const NumberWords words;
  return word.letters > 8 ? word : words.inner(word);
}

// ---- reading -------------------------------------------------------------------------------------------------------------

Gap gap_of(char32_t sign) {
  switch (sign) {
    case ' ':
    case '\t':
    case 0xA0: return Gap::Blank;
    case '\n':
    case '\r': return Gap::Line;
    case ',': return Gap::Comma;
    case '.':
    case '!':
    case '?':
    case ':':
    case ';':
    case 0x2026:
    case 0x3002: return Gap::Stop;
    case '-':
    case '\'':
    case '*':
    case '_':
    case '#':
    case 0xB7:
    case 0x2018:
    case 0x2019: return Gap::Tight;
    default: return Gap::Mark;
  }
}

bool is_quote(char32_t sign) {
  return sign == '"' || sign == '*' || sign == '_' || sign == '\'' || (sign >= 0x2018 && sign <= 0x201F) ||
         sign == 0xAB || sign == 0xBB || (sign >= 0x300C && sign <= 0x300F) || sign == '`';
}

bool is_bracket(char32_t sign) { return sign == '(' || sign == '['; }

class Reader {
 public:
  Reader(std::string_view text, std::vector<NameWord>& into) : text_(text), words_(into) {}

  void read() {
    while (at_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (kPlain[byte]) {
        read_word();
      } else if (byte == ' ') {
        pass_blank();
      } else {
        read_sign();
      }
    }
  }

 private:
  void read_sign() {
    const auto sign = sign_at(text_, at_);
    const auto kind = class_of(sign.value);
    if (kind == Class::Letter || kind == Class::Digit || kind == Class::Whole) return read_word();
    pass(sign);
  }

  // As pass() does it, for the sign that most texts have most.
  void pass_blank() {
    gap_ = std::max(gap_, Gap::Blank);
    quote_ = bracket_ = false;
    ++at_;
  }

  void pass(Sign sign) {
    const bool touches = !words_.empty() && at_ == words_.back().end;
    // A stop between two letters ("E.T.", "www.example") parts no sentences.
    const bool within = touches && sign.value == '.' && letter_follows(at_ + 1);
    gap_ = std::max(gap_, within ? Gap::Tight : gap_of(sign.value));
    if (touches && is_quote(sign.value)) words_.back().closed = true;
    if (!words_.empty() && is_bracket(sign.value) && gap_ <= Gap::Mark) words_.back().bracket_next = true;
    quote_ = is_quote(sign.value) || (quote_ && is_bracket(sign.value));
    bracket_ = is_bracket(sign.value);
    at_ += sign.size;
  }

  void read_word() {
    auto& word = words_.emplace_back();
    word.begin = static_cast<std::uint32_t>(at_);
    word.gap = words_.size() == 1 ? Gap::Start : gap_;
    word.opened = quote_;
    word.bracketed = bracket_;
    bool first = true, lower = false, digits = true;
    std::uint32_t capitals = 0;
    std::uint32_t number = 0;
    WordHash before_apostrophe;
    std::size_t apostrophe = 0;
    while (at_ < text_.size()) {
      if (const auto run = read_plain(word.hash); run.letters > 0) {
        if (run.first_capital && first) word.form = Letters::Capital;
        capitals += run.capitals;
        digits &= run.digits == run.letters;
        lower |= run.capitals + run.digits < run.letters;
        if (digits) number = std::min<std::uint32_t>(number * 100'000 + run.number, 100'000);
        first = false;
        continue;
      }
      const auto sign = sign_at(text_, at_);
      const auto kind = class_of(sign.value);
      if (kind == Class::Whole && !first) break;
      if (kind == Class::Apostrophe) {
        if (!letter_follows(at_ + sign.size)) break;
        before_apostrophe = word.hash;
        apostrophe = at_;
        at_ += sign.size;
        continue;
      }
      if (kind == Class::Other) break;
      if (kind != Class::Combining) {
        fold_into(sign.value, [&](char letter) { word.hash.add(letter); });
        if (is_capital(sign.value)) {
          if (first) word.form = Letters::Capital;
          ++capitals;
        } else if (kind == Class::Letter) {
          lower = true;
        }
        digits = false;
      }
      first = false;
      at_ += sign.size;
      if (kind == Class::Whole) break;
    }
    if (capitals > 1 && !lower) word.form = Letters::AllCapitals;
    word.end = word.stem_end = static_cast<std::uint32_t>(at_);
    word.digits = digits;
    if (digits && number < 10'000) word.number = static_cast<std::uint16_t>(number);
    if (apostrophe && ends_possessive(apostrophe)) {
      word.stem = before_apostrophe;
      word.stem_end = static_cast<std::uint32_t>(apostrophe);
    }
    word.inner = inner_of(word.hash);
    gap_ = Gap::Tight;
    quote_ = bracket_ = false;
  }

  struct PlainRun {
    std::uint32_t letters = 0, capitals = 0, digits = 0;
    std::uint32_t number = 0;  // of its digits
    bool first_capital = false;
  };

  // The letters and digits of ASCII from here on, most of all that texts have, without asking of each what it is.
  PlainRun read_plain(WordHash& into) {
    PlainRun run;
    auto hash = into;
    auto at = at_;
    for (; at < text_.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      const char letter = kPlain[byte];
      if (!letter) break;
      hash.add(letter);
      run.capitals += letter != static_cast<char>(byte);
      if (letter > '9') continue;
      ++run.digits;
      run.number = std::min<std::uint32_t>(run.number * 10 + static_cast<std::uint32_t>(letter - '0'), 100'000);
    }
    run.letters = static_cast<std::uint32_t>(at - at_);
    run.first_capital = run.letters > 0 && text_[at_] >= 'A' && text_[at_] <= 'Z';
    into = hash;
    at_ = at;
    return run;
  }

  bool letter_follows(std::size_t at) const {
    if (at >= text_.size()) return false;
    const auto kind = class_of(sign_at(text_, at).value);
    return kind == Class::Letter || kind == Class::Digit;
  }

  // Whether the word that ends at at_ ends in "'s" with the apostrophe there.
  bool ends_possessive(std::size_t apostrophe) const {
    return at_ - apostrophe <= 4 && (text_[at_ - 1] == 's' || text_[at_ - 1] == 'S') &&
           sign_at(text_, apostrophe).size + 1 == at_ - apostrophe;
  }

  std::string_view text_;
  std::vector<NameWord>& words_;
  std::size_t at_ = 0;
  Gap gap_ = Gap::Start;
  bool quote_ = false;
  bool bracket_ = false;
};

}  // namespace

WordHash joined(WordHash one, WordHash other) {
  return {one.value * kPowers[std::min(other.letters, kLongest)] + other.value, one.letters + other.letters};
}

WordHash hash_of(std::string_view folded_letters) {
  WordHash hash;
  for (const char letter : folded_letters) hash.add(letter);
  return hash;
}

std::uint64_t shuffled_hash(std::string_view folded_letters) {
  std::uint64_t sum = 0x51ED270B0A1F3C2DULL;
  for (const char letter : folded_letters) sum += kPowers[(static_cast<unsigned char>(letter) & 31U) + 20U];
  return sum;
}

void read_name_words(std::string_view text, std::vector<NameWord>& into) {
  into.clear();
  Reader(text, into).read();
}

std::string folded_letters(std::string_view word) {
  std::string letters;
  for (std::size_t at = 0; at < word.size();) {
    const auto sign = sign_at(word, at);
    const auto kind = class_of(sign.value);
    if (kind == Class::Letter || kind == Class::Digit || kind == Class::Whole)
      fold_into(sign.value, [&](char letter) { letters += letter; });
    at += sign.size;
  }
  return letters.size() > kLongest ? letters.substr(0, kLongest) : letters;
}

}  // namespace rialto::text
