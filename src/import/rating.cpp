#include "import/rating.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/strings.h"

namespace rialto::imports {
namespace {

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

std::string_view bare(std::string_view text) {
  text = trimmed(text);
  for (bool again = true; again;) {
    again = false;
    for (const char* sign : {"*", "_", "(", ")", "[", "]", ".", "!", "-", "–", "—", "|", ":"}) {
      const std::string_view mark(sign);
      if (text.starts_with(mark)) text = trimmed(text.substr(mark.size())), again = true;
      if (text.ends_with(mark)) text = trimmed(text.substr(0, text.size() - mark.size())), again = true;
    }
  }
  return text;
}

// "7,5" or "7.5", "7½", at the start of the text, which moves on.
std::optional<double> take_number(std::string_view& text) {
  std::size_t at = 0;
  double value = 0, place = 1;
  bool fraction = false, digits = false;
  while (at < text.size() && at < 8) {
    const char letter = text[at];
    if (is_digit(letter)) {
      digits = true;
      if (fraction)
        value += (letter - '0') * (place /= 10);
      else
        value = value * 10 + (letter - '0');
    } else if ((letter == '.' || letter == ',') && !fraction && digits && at + 1 < text.size() &&
               is_digit(text[at + 1])) {
      fraction = true;
    } else {
      break;
    }
    ++at;
  }
  if (!digits) return std::nullopt;
  text = text.substr(at);
  for (const char* half : {"½", " ½", " 1/2"})
    if (text.starts_with(half) && !fraction) {
      value += 0.5;
      text = text.substr(std::string_view(half).size());
      break;
    }
  return std::round(value * 1000) / 1000;
}

std::optional<double> stars_of(std::optional<double> value, std::optional<double> best) {
  if (!value || !best || *best <= 0 || *value < 0 || *value > *best) return std::nullopt;
  return std::clamp(std::round(*value / *best * 10) / 2, 0.5, 5.0);
}

RatingRecord made(std::string_view written, std::optional<double> value, std::optional<double> best) {
  return {std::string(trimmed(written)), value, best, stars_of(value, best)};
}

bool is_scale_word(std::string_view word) {
  static const std::vector<std::string> kWords = {
      "out of", "of", "von", "sur", "de", "su", "из", "na", "av", "van", "/", "out-of", "auf", "of a possible", "dari"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool is_star_word(std::string_view text) {
  const std::string fold = folded(bare(text));
  for (const char* word : {"star", "sterne", "etoile", "estrella", "stelle", "stella", "estrela", "ster", "stjarn",
                           "звезд", "gwiazd", "point", "punkt", "puntos", "pontos", "punti"})
    if (fold.starts_with(word)) return true;
  return false;
}

// "4/5", "4 out of 5 stars", "4 stars", "85%".
std::optional<RatingRecord> numeric(std::string_view written, std::optional<double> best) {
  auto rest = written;
  const auto value = take_number(rest);
  if (!value) return std::nullopt;
  rest = trimmed(rest);
  if (rest.empty()) return made(written, value, best);
  if (rest.starts_with('%'))
    return trimmed(rest.substr(1)).empty() ? std::optional(made(written, value, 100.0)) : std::nullopt;
  std::size_t digit = 0;
  while (digit < rest.size() && !is_digit(rest[digit])) ++digit;
  if (digit == rest.size())
    return is_star_word(rest) ? std::optional(made(written, value, best.value_or(5.0))) : std::nullopt;
  auto between = folded(trimmed(rest.substr(0, digit)));
  for (const char* star : {"stars ", "star ", "sterne ", "sternen ", "etoiles ", "estrellas ", "stelle ", "estrelas ",
                           "sterren ", "stjarnor ", "punkte ", "punkten ", "points ", "★ "})
    if (between.starts_with(star)) between = between.substr(std::string_view(star).size());
  if (!is_scale_word(between)) return std::nullopt;
  rest = rest.substr(digit);
  const auto scale = take_number(rest);
  const bool end = trimmed(rest).empty() || is_star_word(rest) || bare(rest).empty() || trimmed(rest).starts_with("★");
  if (!scale || !end || *scale <= 0 || *value > *scale) return std::nullopt;
  return made(written, value, scale);
}

// "★★★½☆"; emoji stars and asterisks behind a label.
std::optional<RatingRecord> drawn(std::string_view written) {
  double filled = 0;
  int empty = 0;
  auto rest = written;
  while (!rest.empty()) {
    if (rest.starts_with("★") || rest.starts_with("✭") || rest.starts_with("✮"))
      ++filled, rest.remove_prefix(3);
    else if (rest.starts_with("⭐"))
      ++filled, rest.remove_prefix(3);
    else if (rest.starts_with("☆") || rest.starts_with("✩"))
      ++empty, rest.remove_prefix(3);
    else if (rest.starts_with("½"))
      filled += 0.5, rest.remove_prefix(2);
    else if (rest.starts_with("⯨") || rest.starts_with("⯪"))
      filled += 0.5, rest.remove_prefix(3);
    else if (rest.starts_with("\xEF\xB8\x8F"))
      rest.remove_prefix(3);
    else if (rest.starts_with(" 1/2"))
      filled += 0.5, rest.remove_prefix(4);
    else if (rest.starts_with("1/2"))
      filled += 0.5, rest.remove_prefix(3);
    else if (rest[0] == ' ' || rest[0] == '(' || rest[0] == ')')
      rest.remove_prefix(1);
    else
      break;
  }
  if (filled + empty < 1 || filled + empty > 12 || filled == 0.5) return std::nullopt;
  if (!trimmed(rest).empty()) {
    const auto beside = numeric(bare(rest), std::nullopt);
    if (beside && beside->best) return RatingRecord{std::string(written), beside->value, beside->best, beside->stars};
    if (!is_star_word(rest)) return std::nullopt;
  }
  const double total = std::ceil(filled) + empty;
  return made(written, filled, empty > 0 ? total : std::max(5.0, total > 5 ? 10.0 : 5.0));
}

// "*** 1/2 (out of ****)": asterisks say what they mean only beside their scale.
std::optional<RatingRecord> typed(std::string_view written) {
  auto rest = trimmed(written);
  const auto filled = std::min(rest.find_first_not_of('*'), rest.size());
  rest = trimmed(rest.substr(filled));
  double half = 0;
  for (const char* sign : {"1/2", "½", ".5"})
    if (rest.starts_with(sign)) {
      half = 0.5;
      rest = trimmed(rest.substr(std::string_view(sign).size()));
      break;
    }
  const auto scale = static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '*'));
  if (filled < 1 || filled > 10 || scale < filled || scale > 10) return std::nullopt;
  const auto between = folded(bare(rest.substr(0, rest.find('*'))));
  if (!is_scale_word(between) || !bare(rest.substr(rest.find('*'))).empty()) return std::nullopt;
  return made(written, static_cast<double>(filled) + half, static_cast<double>(scale));
}

std::optional<RatingRecord> graded(std::string_view written) {
  auto text = trimmed(written);
  if (text.ends_with("−") || text.ends_with("–")) text = text.substr(0, text.size() - 3);
  static const std::vector<std::pair<std::string_view, double>> kGrades = {
      {"A+", 5},  {"A", 5},  {"A-", 4.5}, {"B+", 4}, {"B", 3.5}, {"B-", 3}, {"C+", 2.5},
      {"C", 2.5}, {"C-", 2}, {"D+", 1.5}, {"D", 1},  {"D-", 1},  {"F", 0.5}};
  const std::string grade = std::string(text) + (text.size() == trimmed(written).size() ? "" : "-");
  for (const auto& [name, stars] : kGrades)
    if (grade == name) return RatingRecord{std::string(trimmed(written)), std::nullopt, std::nullopt, stars};
  return std::nullopt;
}

const std::vector<std::string>& labels() {
  static const std::vector<std::string> kLabels = [] {
    std::vector<std::string> made_labels;
    for (const auto label :
         split("rating|my rating|our rating|overall rating|final rating|score|final score|overall "
               "score|overall|grade|final grade|verdict|stars|my score|wertung|bewertung|gesamtwertung|meine "
               "wertung|unsere wertung|punkte|fazit|note|ma note|"
               "notre note|note finale|la note|verdict final|calificación|puntuación|nota|mi nota|valoración|nota "
               "final|voto|valutazione|giudizio|il mio voto|avaliação|cijfer|beoordeling|waardering|oordeel|оценка|моя "
               "оценка|рейтинг|ocena|moja ocena|betyg|"
               "評価|採点|点数|star rating|film rating|movie rating|rated|final verdict|urteil|note globale|puntaje",
               '|'))
      made_labels.push_back(folded(label));
    return made_labels;
  }();
  return kLabels;
}

}  // namespace

std::optional<RatingRecord> rating_of(std::string_view text, std::optional<double> best) {
  text = trimmed(text);
  if (text.empty() || text.size() > 60) return std::nullopt;
  if (auto rating = drawn(text)) return rating;
  if (auto rating = typed(text)) return rating;
  const auto inner = bare(text);
  if (auto rating = numeric(inner, best)) {
    rating->written = std::string(inner);
    return rating;
  }
  return graded(text);
}

std::optional<RatingLine> rating_line(std::string_view line) {
  if (line.size() > 120) return std::nullopt;
  line = trimmed(line);
  if (auto rating = typed(line)) return RatingLine{rating};
  while (line.starts_with('*') || line.starts_with('_')) line.remove_prefix(1);
  const auto colon = line.find_first_of(":");
  const auto wide = line.find("：");
  auto at = std::min(colon, wide);
  if (at == std::string_view::npos && line.find(" – ") != std::string_view::npos) at = line.find(" – ");
  const auto name = folded(bare(at == std::string_view::npos ? line : line.substr(0, at)));
  const bool known = std::find(labels().begin(), labels().end(), name) != labels().end();
  if (known && at != std::string_view::npos) {
    const auto rest = bare(line.substr(at + (at == colon ? 1 : 3)));
    static const std::vector<std::string> kHeadings = {"fazit",   "verdict",       "urteil",
                                                       "overall", "verdict final", "final verdict"};
    const bool heading = std::find(kHeadings.begin(), kHeadings.end(), name) != kHeadings.end();
    if (rest.empty()) return heading ? std::nullopt : std::optional(RatingLine{});
    auto value = trimmed(line.substr(at + (at == colon ? 1 : 3)));
    if (auto rating = typed(value)) return RatingLine{rating};
    while (value.ends_with('*') || value.ends_with('_')) value.remove_suffix(1);
    while (value.starts_with('*') || value.starts_with('_') || value.starts_with(' ')) value.remove_prefix(1);
    if (auto rating = rating_of(value)) return RatingLine{rating};
    // "4/5 – a masterpiece": the number at the front.
    const auto end = value.find_first_of(" ");
    if (end != std::string_view::npos)
      if (auto rating = rating_of(value.substr(0, end)); rating && rating->best) return RatingLine{rating};
    return std::nullopt;
  }
  if (at != std::string_view::npos && at < line.size() - 1) return std::nullopt;
  auto rating = rating_of(line);
  if (!rating || !rating->best) return std::nullopt;
  return RatingLine{rating};
}

}  // namespace rialto::imports
