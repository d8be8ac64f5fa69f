#include "film/names.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/strings.h"
#include "film/names.sql.h"

namespace rialto::film {

namespace {

constexpr std::size_t kMostWords = 24;
constexpr std::size_t kLongestWord = 60;

bool in_word(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || static_cast<unsigned char>(letter) >= 0x80;
}

// Articles that a list passes over, by language. Those with an apostrophe need no blank behind them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 30> kArticles = {{
    {"en", "the "}, {"en", "a "},   {"en", "an "},  {"fr", "le "},  {"fr", "la "},  {"fr", "les "},
    {"fr", "l'"},   {"fr", "un "},  {"fr", "une "}, {"de", "der "}, {"de", "die "}, {"de", "das "},
    {"de", "ein "}, {"de", "eine "}, {"it", "il "}, {"it", "lo "},  {"it", "la "},  {"it", "i "},
    {"it", "gli "}, {"it", "le "},  {"it", "l'"},   {"it", "un "},  {"it", "una "}, {"es", "el "},
    {"es", "la "},  {"es", "los "}, {"es", "las "}, {"es", "un "},  {"es", "una "}, {"nl", "de "},
}};

// Apostrophes alike, other marks that are not ASCII as blanks.
std::string with_plain_marks(std::string text) {
  if (std::none_of(text.begin(), text.end(), [](char letter) { return static_cast<unsigned char>(letter) >= 0x80; })) return text;
  text = replaced(text, "’", "'");
  for (const auto mark : {"–", "—", "“", "”", "„", "«", "»", "¡", "¿", "·", "‘", "。", "、", "・"}) text = replaced(text, mark, " ");
  return text;
}

// Behind an apostrophe: a word ("d'Amelie"), not an ending ("Ocean's", "don't").
bool begins_word(std::string_view rest) {
  return rest.size() >= 3 && in_word(rest[0]) && in_word(rest[1]) && in_word(rest[2]);
}

// The number behind "base-", or 0 where something else stands there: words, or a year.
int number_behind(std::string_view slug, std::size_t base_size) {
  int number = 0;
  for (const char letter : slug.substr(base_size + 1)) {
    if (letter < '0' || letter > '9' || number > 99) return 0;
    number = number * 10 + (letter - '0');
  }
  return number;
}

template <class Taken, class Between>
std::string free_slug(Tx& tx, const std::string& base) {
  if (!tx.row<Taken>({.slug = base})) return base;
  const auto low = base + "-";
  const auto high = base + ".";  // "." follows "-" in the order of bytes
  int last = 1;
  for (const auto& row : tx.rows<Between>({.low = low, .high = high}))
    last = std::max(last, number_behind(row.slug, base.size()));
  return base + "-" + std::to_string(last + 1);
}

}  // namespace

std::vector<std::string> words_of(std::string_view name) {
  const auto text = with_plain_marks(folded(name));
  std::vector<std::string> words;
  const auto add = [&](std::string word) {
    word = cut_utf8(word, kLongestWord);
    const bool known = std::find(words.begin(), words.end(), word) != words.end();
    if (!word.empty() && !known && words.size() < kMostWords) words.push_back(std::move(word));
  };
  std::string word;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (in_word(text[at])) {
      word += text[at];
    } else if (text[at] != '\'' || begins_word(std::string_view(text).substr(at + 1))) {
      add(std::exchange(word, {}));
    }
  }
  add(word);
  return words;
}

std::string sort_fold(std::string_view title, std::string_view language) {
  const auto text = folded(title);
  const auto of = language.empty() ? std::string_view("en") : language.substr(0, 2);
  std::string_view rest = text;
  for (const auto& [article_language, article] : kArticles)
    if (article_language == of && rest.starts_with(article) && rest.size() > article.size()) {
      rest.remove_prefix(article.size());
      break;
    }
  while (!rest.empty() && !in_word(rest.front())) rest.remove_prefix(1);
  return rest.empty() ? text : std::string(rest);
}

std::string film_slug_base(std::string_view title, std::optional<int> year) {
  auto slug = slug_of(title);
  if (slug.empty()) slug = "film";
  return year ? slug + "-" + std::to_string(*year) : slug;
}

std::string person_slug_base(std::string_view name) {
  auto slug = slug_of(name);
  return slug.empty() ? "person" : slug;
}

std::string free_film_slug(Tx& tx, const std::string& base) {
  return free_slug<sql::film_slug_taken, sql::film_slugs_between>(tx, base);
}

std::string free_person_slug(Tx& tx, const std::string& base) {
  return free_slug<sql::person_slug_taken, sql::person_slugs_between>(tx, base);
}

}  // namespace rialto::film
