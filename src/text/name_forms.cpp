#include "text/name_forms.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/strings.h"
#include "text/name_words.h"

namespace rialto::text {

namespace {

using Words = std::vector<std::string_view>;

Words words_between_blanks(std::string_view text) {
  Words words;
  for (const auto word : split(text, ' '))
    if (!word.empty()) words.push_back(word);
  return words;
}

std::string rejoined(const Words& words, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t at = first; at < last; ++at) text.append(text.empty() ? "" : " ").append(words[at]);
  return text;
}

bool is_one_of(std::string_view folded_word, std::string_view list) {
  for (std::size_t at = list.find(folded_word); at != std::string_view::npos; at = list.find(folded_word, at + 1)) {
    const auto end = at + folded_word.size();
    if ((at == 0 || list[at - 1] == '|') && (end == list.size() || list[end] == '|')) return !folded_word.empty();
  }
  return false;
}

constexpr std::string_view kArticles = "the|a|an|le|la|les|der|die|das|el|los|las|il|lo|gli|i|un|une|ein|eine|una|den|det|de|het";
constexpr std::string_view kParts = "part|chapter|vol|volume|episode|teil|partie|parte";
constexpr std::string_view kNumbers = "2|3|4|5|6|7|8|9|10|ii|iii|iv|v|vi|vii|viii|ix|x|two|three|four|five|six";

// Behind the article at the beginning, or nothing if there is none or nothing else.
std::optional<std::string> without_article(std::string_view title) {
  const auto blank = title.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  if (!is_one_of(folded_letters(title.substr(0, blank)), kArticles)) return std::nullopt;
  return std::string(trimmed(title.substr(blank)));
}

std::string without_brackets(std::string_view text) {
  std::string kept;
  int depth = 0;
  for (const char letter : text) {
    if (letter == '(' || letter == '[') ++depth;
    if (depth == 0) kept += letter;
    if ((letter == ')' || letter == ']') && depth > 0) --depth;
  }
  return std::string(trimmed(kept));
}

// The pieces between colons and dashes.
std::vector<std::string> title_pieces(std::string_view title) {
  std::vector<std::string> pieces;
  std::string rest = replaced(replaced(replaced(replaced(std::string(title), " – ", "\n"), " - ", "\n"), ": ", "\n"), "! ", "\n");
  for (const auto piece : split(rest, '\n'))
    if (!trimmed(piece).empty()) pieces.emplace_back(trimmed(piece));
  return pieces;
}

// Without "Part" before a number: "The Godfather: Part II" → "The Godfather II".
std::optional<std::string> without_part(std::string_view title) {
  const auto words = words_between_blanks(title);
  for (std::size_t at = 1; at + 1 < words.size(); ++at)
    if (is_one_of(folded_letters(words[at]), kParts) && is_one_of(folded_letters(words[at + 1]), kNumbers))
      return rejoined(words, 0, at) + " " + rejoined(words, at + 1, words.size());
  return std::nullopt;
}

// "E.T. the Extra-Terrestrial" → "ET the Extra-Terrestrial".
std::optional<std::string> with_initials_joined(std::string_view title) {
  std::string kept;
  bool joined = false;
  for (std::size_t at = 0; at < title.size(); ++at) {
    const bool initial = title[at] == '.' && at > 0 && title[at - 1] >= 'A' && title[at - 1] <= 'Z' && (at == 1 || title[at - 2] == '.' || title[at - 2] == ' ');
    if (initial) joined = true;
    else kept += title[at];
  }
  if (!joined) return std::nullopt;
  return kept;
}

// Behind whose film it is: "National Lampoon's Vacation" → "Vacation".
std::optional<std::string> without_owner(std::string_view title) {
  const auto words = words_between_blanks(title);
  for (std::size_t at = 0; at < std::min<std::size_t>(words.size(), 3); ++at) {
    const bool owner = words[at].ends_with("'s") || words[at].ends_with("’s");
    if (owner && words.size() >= at + 3) return rejoined(words, at + 1, words.size());
  }
  return std::nullopt;
}

void add(std::vector<NameVariant>& into, std::string text, NameForm form) {
  if (text.empty() || text.size() > 120) return;
  if (std::none_of(into.begin(), into.end(), [&](const auto& one) { return one.text == text; })) into.push_back({std::move(text), form});
}

void add_pieces(std::vector<NameVariant>& into, std::string_view title) {
  const auto pieces = title_pieces(title);
  if (pieces.size() < 2) return;
  add(into, pieces.front(), NameForm::Head);
  for (std::size_t at = 1; at < pieces.size(); ++at) {
    const auto words = words_between_blanks(pieces[at]);
    if (words.size() >= 2 && is_one_of(folded_letters(words[0]), kParts) && words.size() <= 2) continue;
    add(into, pieces[at], NameForm::Subtitle);
    if (auto bare = without_article(pieces[at]); bare && words.size() >= 3) add(into, *bare, NameForm::Subtitle);
  }
  if (pieces.size() >= 3) add(into, pieces.front() + " " + pieces.back(), NameForm::Alias);
  if (auto bare = without_article(pieces.back())) add(into, pieces.front() + " " + *bare, NameForm::Alias);
}

// The first telling words of a long title.
void add_beginnings(std::vector<NameVariant>& into, std::string_view title) {
  const auto words = words_between_blanks(title);
  const std::size_t first = !words.empty() && is_one_of(folded_letters(words[0]), kArticles) ? 1 : 0;
  constexpr std::string_view kLoose = "the|a|an|of|and|to|in|on|for|with|from|at|or|by|&|in|my|your|his|her|de|la|du|et|vs";
  for (std::size_t count = 2; count <= 4 && first + count + 1 < words.size() + (count == 2 ? 1 : 0); ++count) {
    if (first + count >= words.size()) break;
    if (is_one_of(ascii_lower(words[first + count - 1]), kLoose) || words[first + count - 1] == "-") continue;
    add(into, rejoined(words, first, first + count), NameForm::Beginning);
  }
}

// ---- people --------------------------------------------------------------------------------------------------------------

// Familiar forms of first names, each after its full one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 42> kFamiliar = {{
    {"james", "jimmy"},     {"james", "jim"},      {"robert", "bob"},      {"robert", "bobby"},   {"robert", "rob"},
    {"william", "bill"},    {"william", "billy"},  {"william", "will"},    {"michael", "mike"},   {"thomas", "tom"},
    {"thomas", "tommy"},    {"christopher", "chris"}, {"nicolas", "nic"},  {"nicholas", "nick"},  {"joseph", "joe"},
    {"samuel", "sam"},      {"samuel", "sammy"},   {"daniel", "dan"},      {"daniel", "danny"},   {"charles", "charlie"},
    {"charles", "chuck"},   {"edward", "ed"},      {"edward", "eddie"},    {"anthony", "tony"},   {"kenneth", "ken"},
    {"steven", "steve"},    {"stephen", "steve"},  {"david", "dave"},      {"matthew", "matt"},   {"benjamin", "ben"},
    {"jacob", "jake"},      {"martin", "marty"},   {"arnold", "arnie"},    {"alexander", "alex"}, {"philip", "phil"},
    {"elizabeth", "liz"},   {"katharine", "kate"}, {"catherine", "cathy"}, {"margaret", "maggie"}, {"jennifer", "jen"},
    {"jessica", "jess"},    {"richard", "rick"},
}};

constexpr std::string_view kParticles = "de|del|della|di|da|van|von|der|den|du|la|le|mac|mc|st|ten|ter|dos|al|el|bin|ben|des";
constexpr std::string_view kBehind = "jr|sr|ii|iii|iv|phd|md";

bool is_initial(std::string_view word) { return folded_letters(word).size() == 1 && word.size() <= 2; }

// Where the surname begins, with its particles: 1 for "Robert De Niro".
std::size_t surname_at(const Words& words) {
  std::size_t at = words.size() - 1;
  while (at > 1 && is_one_of(folded_letters(words[at - 1]), kParticles)) --at;
  return at;
}

Words without_initials(const Words& words) {
  Words kept;
  for (std::size_t at = 0; at < words.size(); ++at)
    if (at == 0 || at + 1 == words.size() || !is_initial(words[at])) kept.push_back(words[at]);
  return kept;
}

void add_familiar(std::vector<NameVariant>& into, const Words& words) {
  const auto given = folded_letters(words[0]);
  for (const auto& [full, familiar] : kFamiliar)
    if (given == full) add(into, std::string(familiar) + " " + rejoined(words, 1, words.size()), NameForm::Alias);
}

// ---- characters ----------------------------------------------------------------------------------------------------------

constexpr std::string_view kNobody = "himself|herself|themselves|self|narrator|various|additional voices|extra|uncredited|voice|host";
constexpr std::string_view kRanks =
    "lt|lieutenant|dr|doctor|mr|mrs|ms|miss|capt|captain|sgt|sergeant|det|detective|col|colonel|gen|general|maj|major|agent|"
    "officer|prof|professor|sir|lady|lord|president|senator|sheriff|inspector|judge|father|sister|king|queen|prince|"
    "princess|private|pvt|cpl|corporal|special|chief|commander|reverend|rev|uncle|aunt|nurse|madame|monsieur|herr|frau|count|baron|the|young|old";

}  // namespace

std::vector<NameVariant> title_variants(std::string_view title, NameForm form) {
  std::vector<NameVariant> variants;
  const auto whole = std::string(trimmed(title));
  add(variants, whole, form);
  const auto plain = without_brackets(whole);
  if (plain != whole) add(variants, plain, form);
  if (const auto bare = without_article(plain))
    add(variants, *bare, words_between_blanks(*bare).size() > 1 ? form : NameForm::NoArticle);
  if (const auto initials = with_initials_joined(plain)) add(variants, *initials, form);
  if (const auto shorter = without_part(plain)) {
    add(variants, *shorter, NameForm::Alias);
    if (const auto bare = without_article(*shorter)) add(variants, *bare, NameForm::Alias);
  }
  if (const auto rest = without_owner(plain)) add(variants, *rest, NameForm::Subtitle);
  add_pieces(variants, plain);
  if (form == NameForm::Title) add_beginnings(variants, plain);
  return variants;
}

std::vector<NameVariant> person_variants(std::string_view name) {
  std::vector<NameVariant> variants;
  const auto plain = replaced(without_brackets(name), ",", "");
  auto words = words_between_blanks(plain);
  if (words.empty()) return variants;
  add(variants, plain, NameForm::Full);
  const Words all = words;
  while (words.size() > 2 && is_one_of(folded_letters(words.back()), kBehind)) words.pop_back();
  const auto behind = all.size() - words.size();
  if (words.size() < 2) return variants;
  add(variants, rejoined(words, 0, words.size()), NameForm::Full);
  words = without_initials(words);
  add(variants, rejoined(words, 0, words.size()), NameForm::Full);
  add_familiar(variants, words);
  const auto surname = surname_at(words);
  if (surname > 1) add(variants, std::string(words[0]) + " " + rejoined(words, surname, words.size()), NameForm::Alias);
  add(variants, rejoined(words, surname, words.size()), NameForm::Surname);
  if (behind > 0) add(variants, rejoined(words, surname, words.size()) + " " + rejoined(all, all.size() - behind, all.size()), NameForm::Surname);
  if (!is_initial(words[0])) add(variants, std::string(words[0]), NameForm::Given);
  return variants;
}

std::vector<NameVariant> character_variants(std::string_view name) {
  std::vector<NameVariant> variants;
  const auto plain = replaced(without_brackets(name), "\"", "");
  auto words = words_between_blanks(plain);
  if (words.empty() || words.size() > 6 || is_one_of(folded_letters(plain), kNobody) || is_one_of(folded_letters(words[0]), kNobody)) return variants;
  add(variants, rejoined(words, 0, words.size()), NameForm::Full);
  std::size_t first = 0;
  while (first + 1 < words.size() && is_one_of(folded_letters(words[first]), kRanks)) ++first;
  const Words bare(words.begin() + static_cast<std::ptrdiff_t>(first), words.end());
  if (first > 0) add(variants, rejoined(bare, 0, bare.size()), bare.size() > 1 ? NameForm::Full : NameForm::Surname);
  if (bare.size() < 2) return variants;
  add(variants, std::string(bare.back()), NameForm::Surname);
  add(variants, std::string(bare.front()), NameForm::Given);
  return variants;
}

std::string series_name(std::string_view title) {
  const auto pieces = title_pieces(without_brackets(title));
  if (pieces.empty()) return folded_letters(title);
  auto words = words_between_blanks(pieces.front());
  while (words.size() > 1 && (is_one_of(folded_letters(words.back()), kNumbers) || is_one_of(folded_letters(words.back()), kParts))) words.pop_back();
  const std::size_t first = words.size() > 1 && is_one_of(folded_letters(words[0]), kArticles) ? 1 : 0;
  return folded_letters(rejoined(words, first, words.size()));
}

}  // namespace rialto::text
