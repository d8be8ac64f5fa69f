#include "import/film_guess.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/strings.h"

namespace rialto::imports {
namespace {

constexpr std::size_t kMostBody = 2'000'000;
constexpr int kEnough = 18;  // score below which nothing is proposed
constexpr int kMargin = 8;   // lead over the second film

struct Word {
  std::string fold;
  std::size_t begin = 0, end = 0;
  bool capital = false;
  bool quoted = false;  // a quotation mark or emphasis stands before it
};

bool is_word_byte(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
         static_cast<unsigned char>(letter) >= 0x80;
}

std::size_t mark_size(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at, 3);
  if (rest.starts_with("\xE2\x80") || rest.starts_with("\xE3\x80\x8C") || rest.starts_with("\xE3\x80\x8D") ||
      rest.starts_with("\xE3\x80\x8E") || rest.starts_with("\xE3\x80\x8F") || rest.starts_with("\xE3\x80\x80") ||
      rest.starts_with("\xE3\x80\x81") || rest.starts_with("\xE3\x80\x82"))
    return 3;
  if (rest.starts_with("\xC2\xAB") || rest.starts_with("\xC2\xBB") || rest.starts_with("\xC2\xA0") ||
      rest.starts_with("\xC2\xB7"))
    return 2;
  return 0;
}

bool starts_with_capital(std::string_view word) {
  if (word.empty()) return false;
  const auto first = static_cast<unsigned char>(word[0]);
  if (first < 0x80) return (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9');
  const auto head = word.substr(0, first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4);
  if (first >= 0xE3) return true;  // scripts without capitals
  const auto fold = folded(head);
  return fold != head && !(fold.size() == 1 && ((head >= "\xC3\xA0" && head <= "\xC3\xBF")));
}

// Signs of Chinese and Japanese are left in runs; what follows an apostrophe ("Heat's") is cut off.
std::vector<Word> words_in(std::string_view text) {
  std::vector<Word> words;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size();) {
    if (const auto size = mark_size(text, at)) {
      const auto mark = text.substr(at, size);
      quoted = mark == "“" || mark == "„" || mark == "«" || mark == "‘" || mark == "」" || mark == "「" ||
               mark == "『" || mark == "»";
      at += size;
      continue;
    }
    if (!is_word_byte(text[at])) {
      quoted = text[at] == '"' || text[at] == '\'' || text[at] == '*' || text[at] == '_' || (quoted && text[at] == ' ');
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_word_byte(text[end]) && !mark_size(text, end)) ++end;
    Word word;
    word.begin = at;
    word.end = end;
    word.capital = starts_with_capital(text.substr(at, end - at));
    word.fold = folded(text.substr(at, end - at));
    word.quoted = quoted;
    // "'s" is no word.
    const bool tail =
        !words.empty() &&
        (word.fold == "s" || word.fold == "t" || word.fold == "ll" || word.fold == "re" || word.fold == "ve") &&
        at > 0 && (text[at - 1] == '\'' || text.substr(0, at).ends_with("’")) && words.back().end + 3 >= at;
    if (!tail) words.push_back(std::move(word));
    quoted = false;
    at = end;
  }
  return words;
}

std::vector<std::string> fold_words(std::string_view text) {
  std::vector<std::string> folds;
  for (auto& word : words_in(text)) folds.push_back(std::move(word.fold));
  return folds;
}

// What a person or character is called for short: "De Niro", "Mann", "McCauley".
std::string last_name(const std::string& name) {
  static const std::unordered_set<std::string> kParticles = {"de",  "del", "della", "di",  "da",  "van",
                                                             "von", "der", "le",    "la",  "du",  "des",
                                                             "el",  "ter", "ten",   "dos", "mac", "st"};
  const auto pieces = split(trimmed(name), ' ');
  if (pieces.size() < 2) return "";
  std::size_t at = pieces.size() - 1;
  static const std::unordered_set<std::string> kSuffixes = {"jr", "sr", "ii", "iii", "iv"};
  auto last = folded(pieces[at]);
  while (!last.empty() && last.back() == '.') last.pop_back();
  if (kSuffixes.contains(last) && at > 1) --at;
  std::string short_name(pieces[at]);
  while (at > 1 && kParticles.contains(folded(pieces[at - 1])))
    short_name = std::string(pieces[--at]) + " " + short_name;
  return short_name;
}

// Names of groups have no family name: "Kronos Quartet".
bool is_group_word(const std::string& fold) {
  static const std::unordered_set<std::string> kWords = {"quartet",  "quintet", "trio",  "orchestra", "ensemble",
                                                         "band",     "choir",   "group", "symphony",  "philharmonic",
                                                         "brothers", "sisters", "boys",  "girls"};
  return kWords.contains(fold);
}

bool is_role_word(const std::string& fold) {
  static const std::unordered_set<std::string> kWords = {
      "himself",  "herself",  "themselves", "self",      "narrator", "man",       "woman",      "boy",
      "girl",     "mother",   "father",     "detective", "doctor",   "voice",     "king",       "queen",
      "captain",  "sergeant", "waiter",     "the",       "police",   "officer",   "lieutenant", "soldier",
      "nurse",    "priest",   "colonel",    "general",   "judge",    "driver",    "bartender",  "mr",
      "mrs",      "miss",     "old",        "young",     "student",  "teacher",   "guard",      "agent",
      "reporter", "lawyer",   "clerk",      "uncle",     "aunt",     "president", "death",      "love",
      "angel",    "child",    "alien",      "creature",  "thing",    "stranger",  "robot",      "ghost"};
  return kWords.contains(fold);
}

enum class Sense { Title, OtherTitle, Person, Character };

struct Phrase {
  std::vector<std::string> words;
  Sense sense;
  int film;
  std::string shown;  // "Heat", "De Niro"
  std::string whole;  // the full name, for counting a person once
};

// Those of one kind whom a page names. A family name that four characters bear is one name all the same.
struct Names {
  std::set<std::string> whole;   // full names
  std::set<std::string> spoken;  // the last word of what was said
  int count() const { return static_cast<int>(std::min(whole.size(), spoken.size())); }
};

struct Tally {
  double titles = 0;  // how often the title is named, weighted
  int named = 0;      // how often, counted
  std::string called;
  Names people, characters;
  std::map<std::string, std::string> shown;
  int years = 0;  // how often title and year stand together
  int score = 0;
  bool in_title = false, in_title_with_year = false, in_context = false, by_id = false, other_year_in_title = false;
};

// A year right behind the words: "Heat (1995)", "Heat 1995", "Heat, 1995".
std::optional<int> year_behind(const std::vector<Word>& words, std::size_t at) {
  if (at >= words.size() || words[at].fold.size() != 4) return std::nullopt;
  const auto& fold = words[at].fold;
  if (!std::all_of(fold.begin(), fold.end(), [](char letter) { return letter >= '0' && letter <= '9'; }))
    return std::nullopt;
  const int year = std::stoi(fold);
  return year >= 1880 && year <= 2100 ? std::optional(year) : std::nullopt;
}

std::string list_of(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (at > 0) text += at + 1 == names.size() ? " and " : ", ";
    text += names[at];
  }
  return text;
}

// "Did she believe it? | Sneakers" → "Sneakers"
std::string_view last_piece(std::string_view heading) {
  for (const char* sign : {" | ", " :: ", " » ", " › ", " > ", " • ", " · "})
    if (const auto at = heading.rfind(sign); at != std::string_view::npos)
      heading = heading.substr(at + std::string_view(sign).size());
  return trimmed(heading);
}

// "Sneakers (1992)" → title and year.
std::optional<FilmProposal> with_year(std::string_view text) {
  for (auto open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
    const auto close = text.find(')', open);
    if (close == std::string_view::npos) return std::nullopt;
    const auto words = words_in(text.substr(open + 1, close - open - 1));
    std::optional<int> year;
    for (std::size_t at = 0; at < words.size(); ++at)
      if (const auto found = year_behind(words, at)) year = found;
    if (!year || open < 1) continue;
    auto title = last_piece(text.substr(0, open));
    if (title.ends_with('?')) {
      // "Was he right? (Sullivan's Travels, 1941)": the title stands beside its year.
      title = trimmed(text.substr(open + 1, close - open - 1));
      title = trimmed(title.substr(0, std::min(title.rfind(','), title.size())));
      if (std::all_of(title.begin(), title.end(), [](char letter) { return letter >= '0' && letter <= '9'; })) continue;
    }
    for (const char* before :
         {"Review: ",          "Film Review: ", "Movie Review: ", "REVIEW: ",     "Film review: ", "Movie review: ",
          "Review – ",         "Review - ",     "Kritik: ",       "Filmkritik: ", "Rezension: ",   "Critique : ",
          "Critique: ",        "Crítica: ",     "Crítica de ",    "Recensione: ", "Reseña: ",      "Recensie: ",
          "Critique du film ", "Film: ",        "[Review] ",      "[Critique] ",  "[Crítica] "})
      if (title.starts_with(before)) title = trimmed(title.substr(std::string_view(before).size()));
    for (const auto& [left, right] : std::vector<std::pair<std::string_view, std::string_view>>{
             {"\"", "\""}, {"“", "”"}, {"«", "»"}, {"„", "“"}, {"'", "'"}, {"‘", "’"}})
      if (title.starts_with(left) && title.ends_with(right) && title.size() > left.size() + right.size())
        title = trimmed(title.substr(left.size(), title.size() - left.size() - right.size()));
    if (title.empty() || title.size() > 100) continue;
    return FilmProposal{std::string(title), year, ""};
  }
  return std::nullopt;
}

std::string imdb_id_in(std::string_view text) {
  for (auto at = text.find("tt"); at != std::string_view::npos; at = text.find("tt", at + 1)) {
    std::size_t end = at + 2;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end - at >= 9 && end - at <= 12) return std::string(text.substr(at, end - at));
  }
  return "";
}

}  // namespace

struct FilmGuesser::Index {
  std::vector<KnownFilm> films;
  std::vector<Phrase> phrases;
  std::unordered_map<std::string, std::vector<int>> by_first;  // first word → phrases, longest first

  void add(Sense sense, int film, const std::string& text, const std::string& whole) {
    auto words = fold_words(text);
    if (words.empty() || text.size() > 200) return;
    phrases.push_back({std::move(words), sense, film, text, whole});
  }

  void add_name(Sense sense, int film, const std::string& name) {
    if (name.find("'s") != std::string::npos || name.find("’s") != std::string::npos) return;
    const std::string whole = folded(name);
    if (whole == folded(films[static_cast<std::size_t>(film)].title)) return;
    const auto words = fold_words(name);
    if (words.size() == 1 && (words[0].size() < 4 || is_role_word(words[0]))) return;
    add(sense, film, name, whole);
    const auto last = last_name(name);
    const auto last_words = fold_words(last);
    if (!last.empty() && last_words.size() <= 3 && last.size() >= 4 && !is_role_word(last_words.back()) &&
        !is_group_word(last_words.back()))
      add(sense, film, last, whole);
    if (sense == Sense::Character && words.size() >= 2 && words[0].size() >= 5 && !is_role_word(words[0]))
      add(sense, film, std::string(split(name, ' ')[0]), whole);
  }

  void build() {
    for (std::size_t at = 0; at < films.size(); ++at) {
      const auto& film = films[at];
      const int index = static_cast<int>(at);
      add(Sense::Title, index, film.title, "");
      for (const auto& title : film.titles)
        if (folded(title) != folded(film.title)) add(Sense::OtherTitle, index, title, "");
      for (const auto& name : film.people) add_name(Sense::Person, index, name);
      for (const auto& name : film.characters) add_name(Sense::Character, index, name);
    }
    for (std::size_t at = 0; at < phrases.size(); ++at) by_first[phrases[at].words[0]].push_back(static_cast<int>(at));
    for (auto& [word, list] : by_first)
      std::stable_sort(list.begin(), list.end(), [&](int one, int other) {
        return phrases[static_cast<std::size_t>(one)].words.size() >
               phrases[static_cast<std::size_t>(other)].words.size();
      });
  }

  bool matches(const Phrase& phrase, const std::vector<Word>& words, std::size_t at) const {
    if (at + phrase.words.size() > words.size()) return false;
    for (std::size_t next = 0; next < phrase.words.size(); ++next)
      if (words[at + next].fold != phrase.words[next]) return false;
    return true;
  }

  enum class Place { Title, Context, Body };

  void take(const Phrase& phrase, const std::vector<Word>& words, std::size_t at, Place place, Tally& tally) const {
    const auto& first = words[at];
    const std::size_t size = phrase.words.size();
    if (phrase.sense == Sense::Person || phrase.sense == Sense::Character) {
      if (!first.capital) return;
      auto& names = phrase.sense == Sense::Person ? tally.people : tally.characters;
      names.whole.insert(phrase.whole);
      names.spoken.insert(phrase.words.back());
      auto& shown = tally.shown[phrase.whole];
      if (shown.empty() || phrase.shown.size() < shown.size()) shown = phrase.shown;
      return;
    }
    const bool capital = first.capital || (size > 1 && words[at + size - 1].capital);
    const auto year = year_behind(words, at + size);
    const bool this_year = year && films[static_cast<std::size_t>(phrase.film)].year == year;
    if (!capital && !(place != Place::Body && this_year)) return;
    if (year && !this_year) {
      if (place == Place::Title) tally.other_year_in_title = true;
      return;
    }
    tally.called = tally.called.empty() ? phrase.shown : tally.called;
    const double weight = first.quoted ? 1.5 : size > 1 ? 1.5 : 1;
    tally.titles += weight;
    ++tally.named;
    tally.years += this_year;
    if (place == Place::Title) {
      tally.in_title = true;
      tally.in_title_with_year = tally.in_title_with_year || this_year;
    }
    if (place == Place::Context) tally.in_context = true;
    if (place == Place::Context && this_year) tally.in_title_with_year = true;
  }

  // Chinese and Japanese titles stand among other signs without blanks.
  void count_unspaced(std::string_view text, Place place, std::map<int, Tally>& tallies) const {
    for (const auto& phrase : phrases) {
      if (phrase.sense != Sense::OtherTitle || phrase.shown.size() < 9 ||
          static_cast<unsigned char>(phrase.shown[0]) < 0xE3)
        continue;
      for (auto at = text.find(phrase.shown); at != std::string_view::npos;
           at = text.find(phrase.shown, at + phrase.shown.size())) {
        auto& tally = tallies[phrase.film];
        if (tally.called.empty()) tally.called = phrase.shown;
        tally.titles += 1.5;
        ++tally.named;
        tally.in_title = tally.in_title || place == Place::Title;
        tally.in_context = tally.in_context || place == Place::Context;
      }
    }
  }

  void count(std::string_view text, Place place, std::map<int, Tally>& tallies) const {
    if (text.find_first_of("\xE3\xE4\xE5\xE6\xE7\xE8\xE9") != std::string_view::npos)
      count_unspaced(cut_utf8(text, 200'000), place, tallies);
    const auto words = words_in(cut_utf8(text, kMostBody));
    for (std::size_t at = 0; at < words.size(); ++at) {
      const auto found = by_first.find(words[at].fold);
      if (found == by_first.end()) continue;
      std::size_t longest = 0;
      for (const int index : found->second) {
        const auto& phrase = phrases[static_cast<std::size_t>(index)];
        const bool title = phrase.sense == Sense::Title || phrase.sense == Sense::OtherTitle;
        if (title && phrase.words.size() < longest) continue;
        if (!matches(phrase, words, at)) continue;
        if (title) longest = std::max(longest, phrase.words.size());
        take(phrase, words, at, place, tallies[phrase.film]);
      }
    }
  }

  static int score(const Tally& tally) {
    const int people = tally.people.count(), characters = tally.characters.count();
    const bool named = tally.titles > 0 || tally.by_id;
    int score = static_cast<int>(std::lround(5 * std::min(tally.titles, 10.0)));
    score += 4 * std::min(people, 6) + 5 * std::min(characters, 6) + 8 * std::min(tally.years, 3);
    score += (tally.in_title ? 18 : 0) + (tally.in_title_with_year ? 45 : 0) + (tally.in_context ? 25 : 0) +
             (tally.by_id ? 150 : 0);
    if (tally.other_year_in_title && !tally.in_title_with_year) score -= 60;
    // Common words that happen to be a title need someone of the film beside them.
    if (people + characters == 0 && !tally.in_title && !tally.in_context && !tally.by_id && tally.years == 0)
      score = std::min(score, tally.titles >= 4 ? 24 : 12);
    if (named) return score;
    // A film that is not named itself: several of its characters, or characters beside those who made it.
    const bool told_by_names = characters >= 3 || (people > 0 && characters > 0 && people + characters >= 3);
    return told_by_names ? std::min(score + 5 * std::min(people, characters), 24) : std::min(score, 10);
  }

  static bool has_name_that_lacks(const Names& names, const Names& others) {
    return std::any_of(names.spoken.begin(), names.spoken.end(),
                       [&](const auto& name) { return !others.spoken.contains(name); });
  }

  // Of two films of one title: the page names somebody whom only the first has, and nobody whom only the second has.
  bool is_the_one_meant(int film, int other, const std::map<int, Tally>& tallies) const {
    const auto &one = tallies.at(film), &two = tallies.at(other);
    if (folded(films[static_cast<std::size_t>(film)].title) != folded(films[static_cast<std::size_t>(other)].title))
      return false;
    const bool only_here =
        has_name_that_lacks(one.people, two.people) || has_name_that_lacks(one.characters, two.characters);
    return only_here && !has_name_that_lacks(two.people, one.people) &&
           !has_name_that_lacks(two.characters, one.characters);
  }

  std::string why(int best, const std::map<int, Tally>& tallies) const {
    const auto& tally = tallies.at(best);
    std::vector<std::string> reasons;
    const auto& film = films[static_cast<std::size_t>(best)];
    if (tally.by_id) reasons.push_back("the page's address bears its id " + film.imdb);
    if (tally.in_title_with_year)
      reasons.push_back("title and year stand in the page's heading");
    else if (tally.in_title)
      reasons.push_back("“" + tally.called + "” stands in the title");
    if (tally.in_context && !tally.in_title_with_year) reasons.push_back("the board bears its name");
    const int times = tally.named;
    if (times > 0)
      reasons.push_back((times == 1 ? "named once as “" : "named " + std::to_string(times) + " times as “") +
                        tally.called + "”");
    std::vector<std::string> names;
    for (const auto* set : {&tally.people, &tally.characters})
      for (const auto& name : set->whole)
        if (names.size() < 6 && std::find(names.begin(), names.end(), tally.shown.at(name)) == names.end())
          names.push_back(tally.shown.at(name));
    if (!names.empty())
      reasons.push_back(list_of(names) + (names.size() == 1 ? " is of this film" : " are of this film"));
    std::vector<std::string> others;
    for (std::size_t at = 0; at < films.size(); ++at)
      if (static_cast<int>(at) != best && films[at].year && folded(films[at].title) == folded(film.title))
        others.push_back(std::to_string(*films[at].year));
    if (!others.empty())
      reasons.push_back((film.title.starts_with("The ") ? "not " : "not the ") + film.title + " of " +
                        (others.size() == 1 ? others[0] : list_or(others)));
    std::string text;
    for (const auto& reason : reasons) text += (text.empty() ? "" : "; ") + reason;
    return text;
  }

  static std::string list_or(const std::vector<std::string>& years) {
    std::string text;
    for (std::size_t at = 0; at < years.size(); ++at)
      text += (at == 0 ? "" : at + 1 == years.size() ? " or " : ", ") + years[at];
    return text;
  }
};

FilmGuesser::FilmGuesser(std::span<const KnownFilm> films) : index_(std::make_unique<Index>()) {
  index_->films.assign(films.begin(), films.end());
  index_->build();
}
FilmGuesser::~FilmGuesser() = default;
FilmGuesser::FilmGuesser(FilmGuesser&&) noexcept = default;
FilmGuesser& FilmGuesser::operator=(FilmGuesser&&) noexcept = default;

std::optional<FilmProposal> FilmGuesser::guess(const PageWords& page) const {
  std::map<int, Tally> tallies;
  using Place = Index::Place;
  index_->count(page.title, Place::Title, tallies);
  if (page.named_film) index_->count(*page.named_film, Place::Title, tallies);
  for (const auto& line : page.context) index_->count(line, Place::Context, tallies);
  index_->count(page.body, Place::Body, tallies);
  const auto id = imdb_id_in(page.address);
  for (std::size_t at = 0; at < index_->films.size(); ++at)
    if (!id.empty() && index_->films[at].imdb == id) tallies[static_cast<int>(at)].by_id = true;

  int best = -1, second = -1;
  for (auto& [film, tally] : tallies) {
    tally.score = Index::score(tally);
    if (best < 0 || tally.score > tallies.at(best).score) {
      second = best;
      best = film;
    } else if (second < 0 || tally.score > tallies.at(second).score) {
      second = film;
    }
  }
  const int top = best < 0 ? 0 : tallies.at(best).score;
  // The page's own words for a film that we do not know.
  const bool sure = best >= 0 && (tallies.at(best).in_title_with_year || tallies.at(best).by_id);
  if (!sure) {
    std::vector<std::string> headings = page.context;
    headings.insert(headings.begin(), page.title);
    if (page.named_film) headings.insert(headings.begin(), *page.named_film);
    for (const auto& heading : headings)
      if (auto own = with_year(heading)) {
        for (const auto& film : index_->films) {
          const bool named = folded(film.title) == folded(own->title) ||
                             std::any_of(film.titles.begin(), film.titles.end(),
                                         [&](const auto& title) { return folded(title) == folded(own->title); });
          if (named && film.year == own->year) own->title = film.title;
        }
        own->why = "the page's heading names it with its year";
        return own;
      }
  }
  if (best < 0 || top < kEnough) {
    if (page.named_film && !page.named_film->empty())
      return FilmProposal{*page.named_film, std::nullopt, "the page's own data name it"};
    return std::nullopt;
  }
  const bool close = second >= 0 && top - tallies.at(second).score < std::max(kMargin, top / 6);
  if (close && !index_->is_the_one_meant(best, second, tallies)) return std::nullopt;
  const auto& film = index_->films[static_cast<std::size_t>(best)];
  return FilmProposal{film.title, film.year, index_->why(best, tallies)};
}

}  // namespace rialto::imports
